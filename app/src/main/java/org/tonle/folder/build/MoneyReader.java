package org.tonle.folder.build;

import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Toml;
import org.tonle.model.Money;
import org.tonle.text.Cells;

/// Reader of the table `[money]` of study.toml.
public final class MoneyReader {
  /// A rate of discount under this, in percent, was probably meant as a fraction.
  private static final double LEAST_PERCENT = 0.5;

  private final Toml toml;
  private final Problems problems;

  public MoneyReader(Toml study, Problems problems) {
    this.toml = study.table("money");
    this.problems = problems;
  }

  /// Money with the yearly rise of prices that state none.
  public record Read(Money money, double escalation_per_a) {}

  /// @param year of the study, which is the base year unless another is given
  public Read read(int year, CatalogueRows rows) {
    int base = (int) toml.whole("base_year", year, 1950, 2150);
    String currency = toml.text("currency", Money.USD);
    double discount = toml.number("discount_percent_per_a", discount(rows), 0, 99);
    double escalation =
        toml.number("escalation_percent_per_a", 100 * rows.figure("escalation"), -20, 50);
    if (discount > 0 && discount < LEAST_PERCENT) {
      fraction("discount_percent_per_a", discount);
    }
    toml.checkKeys();
    Money money = new Money(base, currency, discount / 100, rows.figure("shared_ln_sd"));
    return new Read(money, escalation / 100);
  }

  private static double discount(CatalogueRows rows) {
    return 100 * rows.figure("discount_rate");
  }

  private void fraction(String key, double value) {
    problems.warn(
        "unusual_value",
        toml.file(),
        0,
        "money." + key,
        "≥ " + Cells.plain(LEAST_PERCENT) + " %/a",
        Cells.plain(value),
        "");
  }
}
