package org.tonle.model;

/// Designation of a reach or lake: the class of a standard that it must meet.
///
/// @param place reach or lake id; "" for every reach and lake without a row of its own
public record Designation(String place, String standard, String className, Provenance provenance) {}
