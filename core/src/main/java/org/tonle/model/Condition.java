package org.tonle.model;

/// Condition of the water on which limits depend, such as its pH or hardness.
///
/// @param place reach or lake, or "" for all
/// @param season or "" for all
/// @param parameter name of the property, as limits name it
public record Condition(
    String place, String season, String parameter, double value, Provenance provenance) {}
