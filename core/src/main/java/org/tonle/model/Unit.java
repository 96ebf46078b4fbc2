package org.tonle.model;

/// Unit, administrative or for control, by which results are grouped; units nest.
///
/// @param parent id of the unit this one lies in, or ""
/// @param kind e.g. country, province, control_unit
public record Unit(String id, Names names, String parent, String kind, Provenance provenance) {}
