package org.tonle.model;

/// Law or other instrument that a standard comes from, as people call it.
///
/// @param standard id that limits carry, e.g. KH-27
public record Law(String standard, Names names, Provenance provenance) {}
