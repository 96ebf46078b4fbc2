package org.tonle.run;

import org.tonle.assess.Place;

/// A concentration to be apportioned: of a constituent at a place in a season.
public record Question(Place place, String season, String constituent) {}
