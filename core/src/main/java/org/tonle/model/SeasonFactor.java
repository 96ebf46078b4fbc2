package org.tonle.model;

/// Seasonal factor that multiplies a source's load in a season.
public record SeasonFactor(String source, String season, double factor, Provenance provenance) {}
