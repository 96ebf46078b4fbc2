package org.tonle.model;

/// Check that a user adds for a result: it must lie between low and high.
public record Check(
    String place, String season, String constituent, double low, double high, String note) {}
