package org.tonle.run;

import org.tonle.assess.Place;

/// Question for the causes of the concentration of a constituent at a place in a season.
public record Question(Place place, String season, String constituent) {}
