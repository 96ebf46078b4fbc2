package org.tonle.model;

/// How a source's load is shaped over the year: multiplies its load in a season.
public record SeasonFactor(String source, String season, double factor, Provenance provenance) {}
