package org.tonle.model;

/// Water that joins the network under a name: the concentration of one constituent in it.
///
/// @param season season id, or "" for all
/// @param concentration in the constituent's unit (BOD as 5-day unless the study says ultimate)
public record Water(
    String water, String season, String constituent, double concentration, Provenance provenance) {}
