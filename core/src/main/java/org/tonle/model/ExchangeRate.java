package org.tonle.model;

/// Exchange rate of a currency in a year.
///
/// @param value units of the currency for one US dollar
public record ExchangeRate(String currency, int year, double value, Provenance provenance) {}
