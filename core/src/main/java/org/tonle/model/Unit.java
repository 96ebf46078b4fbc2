package org.tonle.model;

/// Administrative or control unit that results are grouped by; units nest.
///
/// @param parent id of the unit this one lies in, or ""
/// @param kind e.g. country, province, control_unit
public record Unit(String id, Names names, String parent, String kind, Provenance provenance) {}
