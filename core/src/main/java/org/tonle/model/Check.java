package org.tonle.model;

/// A user's own expectation of a result: it must lie between low and high.
public record Check(
    String place, String season, String constituent, double low, double high, String note) {}
