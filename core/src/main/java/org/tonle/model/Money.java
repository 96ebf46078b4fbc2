package org.tonle.model;

/// Money of a plan: what its costs are brought to. All arithmetic is in US dollars of the base
/// year.
///
/// @param baseYear year whose prices hold, and to which costs are discounted
/// @param currency ISO 4217 code that costs are shown in
/// @param discount_per_a discount rate, 0.06 = 6 % a year
/// @param sharedSpread ln-sd that the costs of all technologies share
public record Money(int baseYear, String currency, double discount_per_a, double sharedSpread) {
  public static final String USD = "USD";
  public static final Money NONE = new Money(0, USD, 0, 0);
}
