package org.tonle.model;

/// Concentration of one constituent in a named water that joins the network.
///
/// @param season season id, or "" for all
/// @param concentration in the constituent's unit (BOD as 5-day unless the study says ultimate)
public record Water(
    String water, String season, String constituent, double concentration, Provenance provenance) {}
