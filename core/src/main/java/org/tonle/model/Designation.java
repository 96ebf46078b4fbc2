package org.tonle.model;

/// The class of a standard that a reach or lake must meet.
///
/// @param place reach or lake id; "" for every one without a row of its own
public record Designation(String place, String standard, String className, Provenance provenance) {}
