package org.tonle.plan.cost;

import java.util.List;
import java.util.OptionalDouble;
import org.tonle.model.Catalogue;
import org.tonle.model.ExchangeRate;
import org.tonle.model.Money;
import org.tonle.model.Price;

/// Exchange of stated costs into US dollars of the base year (docs/theory/cost.md, Eq. 5): at the
/// rate of the price's year, then with the yearly rise of such prices.
public record Exchange(int baseYear, List<ExchangeRate> rates) {
  public Exchange {
    rates = List.copyOf(rates);
  }

  public static Exchange of(Catalogue catalogue) {
    return new Exchange(catalogue.money().baseYear(), catalogue.exchangeRates());
  }

  /// Units of a currency for one US dollar; empty if no rate is given for the year.
  public OptionalDouble rate(String currency, int year) {
    if (currency.equals(Money.USD)) {
      return OptionalDouble.of(1);
    }
    return rates.stream()
        .filter(r -> r.currency().equals(currency) && r.year() == year)
        .mapToDouble(ExchangeRate::value)
        .findFirst();
  }

  /// US dollars of the base year that one unit of money of a price is worth.
  public double usd(Price price) {
    double rate =
        rate(price.currency(), price.year())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No exchange rate of " + price.currency() + " in " + price.year() + "."));
    return StrictMath.pow(1 + price.escalation_per_a(), baseYear - price.year()) / rate;
  }
}
