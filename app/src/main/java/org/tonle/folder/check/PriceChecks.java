package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Money;
import org.tonle.problem.Figure;
import org.tonle.problem.Nearest;
import org.tonle.text.Cells;

/// Checks of prices: each has a currency with a rate and a year, says its cost in one form, and is
/// of the size of other prices.
final class PriceChecks {
  private static final String STUDY = "study.toml";

  /// Plants cost between these per m³/d; beyond them the cost is probably in thousands, or per
  /// person.
  private static final double LEAST_USD = 2;

  private static final double MOST_USD = 60_000;

  /// Running a plant costs between these per m³ treated.
  private static final double LEAST_USD_PER_M3 = 0.001;

  private static final double MOST_USD_PER_M3 = 30;

  /// A price so many times another of its item is in another unit.
  private static final double FAR = 300;

  /// An exchange rate moves less in all the years of a plan.
  private static final double FAR_RATE = 5;

  private static final double DAYS_PER_A = 365;

  private final Sheets sheets;
  private final Defaults defaults;
  private final Money money;
  private final Problems problems;
  private final Set<String> currencies =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toCollection(TreeSet::new));
  private final Map<List<String>, Double> rates = new HashMap<>();

  PriceChecks(Sheets sheets, Defaults defaults, Money money, Problems problems) {
    this.sheets = sheets;
    this.defaults = defaults;
    this.money = money;
    this.problems = problems;
    for (List<Row> rows :
        List.of(defaults.catalogue(Schema.EXCHANGE_RATES), sheets.rows(Schema.EXCHANGE_RATES))) {
      rows.forEach(
          r -> rates.put(key(r.text("currency"), (int) r.number("year")), r.number("per_usd")));
    }
  }

  private static List<String> key(String currency, int year) {
    return List.of(currency, Integer.toString(year));
  }

  void run() {
    readable(Schema.EXCHANGE_RATES).forEach(this::exchange);
    if (isCurrency(STUDY, 0, "money.currency", money.currency())) {
      rate(STUDY, 0, "money.currency", money.currency(), money.baseYear());
    }
    Map<List<String>, List<Row>> costs = new LinkedHashMap<>();
    for (Row row : readable(Schema.TECHNOLOGY_COSTS)) {
      Form form = form(row);
      if (form == Form.SHARE || (form != Form.NONE && price(row, true))) {
        costs
            .computeIfAbsent(
                List.of(row.text("technology"), row.text("cost")), k -> new ArrayList<>())
            .add(row);
      }
    }
    costs.values().forEach(this::together);
    readable(Schema.COST_ITEMS).forEach(this::item);
    readable(Schema.PROJECTS).stream().filter(r -> r.has("cost")).forEach(r -> price(r, false));
  }

  /// Rows of a table without errors: a cell that could not be read would be missing, too.
  private List<Row> readable(String file) {
    return problems.hasErrors(file) ? List.of() : sheets.rows(file);
  }

  private void exchange(Row row) {
    String currency = row.text("currency");
    if (!isCurrency(row.file(), row.number(), "currency", currency)) {
      return;
    }
    double usual =
        currency.equals(Money.USD)
            ? 1
            : defaults.catalogue(Schema.EXCHANGE_RATES).stream()
                .filter(r -> r.text("currency").equals(currency))
                .mapToDouble(r -> r.number("per_usd"))
                .average()
                .orElse(Double.NaN);
    double found = row.number("per_usd");
    boolean isWrong = currency.equals(Money.USD) && found != 1;
    if (isWrong || found > usual * FAR_RATE || found < usual / FAR_RATE) {
      problems.warn(
          "odd_exchange_rate",
          row.file(),
          row.number(),
          "per_usd",
          Figure.of(usual),
          Figure.of(found),
          currency);
    }
  }

  private boolean isCurrency(String file, int row, String column, String currency) {
    if (currencies.contains(currency)) {
      return true;
    }
    problems.error(
        "unknown_currency",
        file,
        row,
        column,
        "USD, CNY, KHR …",
        currency,
        Nearest.of(currency, currencies));
    return false;
  }

  /// The rate of a currency in a year; without one a cost cannot be compared with others.
  private boolean rate(String file, int row, String column, String currency, int year) {
    boolean isKnown = currency.equals(Money.USD) || rates.containsKey(key(currency, year));
    if (!isKnown) {
      problems.error(
          "no_exchange_rate", file, row, column, Schema.EXCHANGE_RATES, currency + " " + year);
    }
    return isKnown;
  }

  /// Whether a row has a currency and a year that its cost can be brought to dollars with.
  private boolean price(Row row, boolean isCounted) {
    for (String column : List.of("currency", "price_year")) {
      if (!row.has(column)) {
        missing(row, column);
        return false;
      }
    }
    int year = (int) row.number("price_year");
    if (year > money.baseYear() && isCounted) {
      problems.warn(
          "price_year_in_future",
          row.file(),
          row.number(),
          "price_year",
          Integer.toString(money.baseYear()),
          Integer.toString(year),
          "");
    }
    return isCurrency(row.file(), row.number(), "currency", row.text("currency"))
        && (!isCounted || rate(row.file(), row.number(), "currency", row.text("currency"), year));
  }

  private void missing(Row row, String column) {
    problems.error("missing_value", row.file(), row.number(), column, "", "");
  }

  private enum Form {
    POINT,
    POWER,
    SHARE,
    NONE
  }

  /// The form of a cost; NONE if it says none or two, which is a problem.
  private Form form(Row row) {
    boolean isPoint = row.has("amount") || row.has("capacity_m3_per_d");
    boolean isPower = row.has("factor") || row.has("exponent");
    boolean isShare = row.has("share_percent_per_a");
    int forms = (isPoint ? 1 : 0) + (isPower ? 1 : 0) + (isShare ? 1 : 0);
    if (forms > 1) {
      twoForms(row);
      return Form.NONE;
    }
    if (isPower) {
      return whole(row, "factor", "exponent") && powerHolds(row) ? Form.POWER : Form.NONE;
    }
    if (isShare && row.text("cost").equals("running")) {
      return Form.SHARE;
    }
    boolean isWhole = whole(row, "capacity_m3_per_d", "amount");
    if (isWhole && !row.has("technology")) {
      missing(row, "technology");
    }
    return isWhole && row.has("technology") ? Form.POINT : Form.NONE;
  }

  private boolean whole(Row row, String... columns) {
    boolean isWhole = true;
    for (String column : columns) {
      if (!row.has(column)) {
        missing(row, column);
        isWhole = false;
      }
    }
    return isWhole;
  }

  private void twoForms(Row row) {
    problems.error(
        "cost_in_two_forms",
        row.file(),
        row.number(),
        "cost",
        "",
        row.text("technology") + " " + row.text("cost"));
  }

  private boolean powerHolds(Row row) {
    if (row.number("exponent") > 1) {
      problems.warn(
          "exponent_above_one",
          row.file(),
          row.number(),
          "exponent",
          "≤ 1",
          Cells.plain(row.number("exponent")),
          "");
    }
    if (row.number("floor_per_m3_per_d") > row.number("ceiling_per_m3_per_d")) {
      problems.error(
          "figures_out_of_order",
          row.file(),
          row.number(),
          "floor_per_m3_per_d",
          Cells.plain(row.number("ceiling_per_m3_per_d")),
          Cells.plain(row.number("floor_per_m3_per_d")));
      return false;
    }
    return true;
  }

  /// Rows of one cost of one technology: all in one form, dearer with size, and of a usual size.
  private void together(List<Row> rows) {
    Row first = rows.getFirst();
    for (Row row : rows.subList(1, rows.size())) {
      if (!row.has("amount") || !first.has("amount")) {
        twoForms(row);
        return;
      }
    }
    List<Row> points = new ArrayList<>(rows);
    points.sort(Comparator.comparingDouble(r -> r.number("capacity_m3_per_d")));
    for (int i = 1; i < points.size(); i++) {
      double before = usd(points.get(i - 1), "amount");
      double amount = usd(points.get(i), "amount");
      if (amount < before) {
        problems.warn(
            "cost_falls_with_size",
            first.file(),
            points.get(i).number(),
            "amount",
            Figure.of(before) + " USD",
            Figure.of(amount) + " USD",
            "");
      }
    }
    points.forEach(this::size);
  }

  private double usd(Row row, String column) {
    boolean isDollar = row.text("currency").equals(Money.USD);
    List<String> key = key(row.text("currency"), (int) row.number("price_year"));
    return row.number(column) / (isDollar ? 1 : rates.getOrDefault(key, Double.NaN));
  }

  private void size(Row row) {
    if (row.has("share_percent_per_a")) {
      return;
    }
    boolean isCapital = row.text("cost").equals("capital");
    double capacity = row.number("capacity_m3_per_d", middle_m3_per_d(row));
    double cost_usd =
        row.has("amount")
            ? usd(row, "amount")
            : usd(row, "factor") * StrictMath.pow(capacity, row.number("exponent"));
    double each = cost_usd / capacity / (isCapital ? 1 : DAYS_PER_A);
    double least = isCapital ? LEAST_USD : LEAST_USD_PER_M3;
    double most = isCapital ? MOST_USD : MOST_USD_PER_M3;
    if (each < least || each > most) {
      problems.warn(
          "odd_unit_cost",
          row.file(),
          row.number(),
          row.has("amount") ? "amount" : "factor",
          Cells.plain(least) + " … " + Cells.plain(most) + unit(isCapital),
          Figure.of(each) + unit(isCapital),
          "");
    }
  }

  private static String unit(boolean isCapital) {
    return isCapital ? " USD per m³/d" : " USD per m³";
  }

  /// A capacity in the range of a curve.
  private static double middle_m3_per_d(Row row) {
    double from =
        row.number("from_m3_per_d", StrictMath.min(1000, row.number("to_m3_per_d", 1000)));
    double to = row.number("to_m3_per_d", StrictMath.max(from, 10_000));
    return StrictMath.sqrt(from * to);
  }

  private void item(Row row) {
    if (!row.has("capital") && !row.has("running_per_a")) {
      missing(row, "capital");
      return;
    }
    if (!price(row, true)) {
      return;
    }
    Row known =
        defaults.catalogue(Schema.COST_ITEMS).stream()
            .filter(r -> r.text("item").equals(row.text("item")))
            .findFirst()
            .orElse(row);
    for (String column : List.of("capital", "running_per_a")) {
      double usual = usd(known, column);
      double found = usd(row, column);
      boolean isSame = row.number("exponent", 0) == known.number("exponent", 0);
      if (isSame && found > 0 && usual > 0 && (found > usual * FAR || found < usual / FAR)) {
        problems.warn(
            "odd_unit_cost",
            row.file(),
            row.number(),
            column,
            Figure.of(usual / FAR) + " … " + Figure.of(usual * FAR) + " USD",
            Figure.of(found) + " USD",
            "");
      }
    }
  }
}
