package org.tonle.assess;

/// Water class of a place in a season by one standard.
///
/// @param constituent constituent that decides it, or "" for the class over all constituents of the
///   standard
/// @param rank 1 is best; number of classes + 1 is worse than the last
/// @param className its name, "" if worse than the last
/// @param agreement share of draws in this class
public record WaterClass(
    String standard,
    Place place,
    String season,
    String constituent,
    int rank,
    String className,
    double agreement) {}
