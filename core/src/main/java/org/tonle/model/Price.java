package org.tonle.model;

/// Price basis of a cost: the money it is stated in.
///
/// @param currency ISO 4217 code
/// @param year year whose prices it holds
/// @param escalation_per_a yearly rise of such prices, 0.02 = 2 % a year
/// @param provenance publication and mark of the cost
public record Price(String currency, int year, double escalation_per_a, Provenance provenance) {}
