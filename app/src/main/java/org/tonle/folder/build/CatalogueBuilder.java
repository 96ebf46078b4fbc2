package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Row;
import org.tonle.model.Catalogue;
import org.tonle.model.CostCurve;
import org.tonle.model.CostItem;
import org.tonle.model.ExchangeRate;
import org.tonle.model.Money;
import org.tonle.model.Price;
import org.tonle.model.Project;
import org.tonle.model.Provenance;
import org.tonle.model.Reference;
import org.tonle.model.Technology;
import org.tonle.model.TechnologyCost;

/// Builder of the catalogue: the built-in technologies and prices, and the study's own.
public final class CatalogueBuilder {
  private final CatalogueRows rows;
  private final MoneyReader.Read money;

  public CatalogueBuilder(CatalogueRows rows, MoneyReader.Read money) {
    this.rows = rows;
    this.money = money;
  }

  public Catalogue build() {
    List<Technology> technologies = new TechnologyBuilder(rows).technologies();
    CostCurve.Power regional = regional();
    return new Catalogue(
        money.money(),
        technologies,
        technologies.stream().map(t -> cost(t, regional)).toList(),
        Optional.of(regional),
        items(),
        rates(),
        new Catalogue.Sizes(
            rows.figure("household"),
            rows.figure("sewer_length"),
            rows.figure("small_works"),
            rows.figure("small_works_reliability"),
            rows.figure("pump_efficiency")),
        rows.of(Schema.PROJECTS).stream()
            .map(this::project)
            .sorted(Comparator.comparing(Project::id))
            .toList(),
        references());
  }

  /// Publications behind the built-in rows; those of the study's own are among its evidence.
  private List<Reference> references() {
    return rows.builtIn(Defaults.CATALOGUE_REFERENCES).stream()
        .map(
            r ->
                new Reference(
                    r.text("reference"),
                    r.text("title"),
                    r.text("publisher"),
                    r.text("year"),
                    r.text("url"),
                    r.text("licence")))
        .toList();
  }

  /// The default curve: the study's row without a technology, else the built-in one.
  private CostCurve.Power regional() {
    return rows.own(Schema.TECHNOLOGY_COSTS).stream()
        .filter(r -> r.text("technology").isEmpty() && isCapital(r) && r.has("factor"))
        .findFirst()
        .map(this::power)
        .orElseGet(
            () ->
                new CostCurve.Power(
                    rows.figure("curve_factor"),
                    rows.figure("curve_exponent"),
                    new Technology.Capacity(rows.figure("curve_from"), rows.figure("curve_to")),
                    rows.figure("curve_ceiling"),
                    rows.figure("curve_floor"),
                    new Price(
                        Money.USD,
                        (int) rows.figure("price_year"),
                        money.escalation_per_a(),
                        rows.provenance("curve_factor"))));
  }

  private static boolean isCapital(Row row) {
    return row.text("cost").equals("capital");
  }

  private TechnologyCost cost(Technology technology, CostCurve.Power regional) {
    String of =
        technology.kind() == Technology.Kind.UNKNOWN
            ? ""
            : technology.kind().name().toLowerCase(Locale.ROOT);
    List<Row> capital = stated(technology.id(), true);
    List<Row> running = stated(technology.id(), false);
    double ratio = of.isEmpty() ? 1 : rows.figure("class_ratio", of);
    double spread = of.isEmpty() ? 0 : rows.figure("own_ln_sd", of);
    return new TechnologyCost(
        technology.id(),
        capital.isEmpty() ? regional : curve(capital),
        capital.isEmpty() ? ratio : 1,
        running.isEmpty() ? share(of) : curve(running),
        rows.figure("running_fixed_share", of),
        capital.stream().mapToDouble(r -> r.number("ln_sd", spread)).max().orElse(spread),
        capital.isEmpty() ? "" : capital.getFirst().text("scope"),
        capital.isEmpty());
  }

  /// The study's rows for a cost of a technology; if it has none, the built-in ones.
  private List<Row> stated(String technology, boolean isCapital) {
    return Stream.of(rows.own(Schema.TECHNOLOGY_COSTS), rows.builtIn(Schema.TECHNOLOGY_COSTS))
        .map(
            all ->
                all.stream()
                    .filter(r -> r.text("technology").equals(technology))
                    .filter(r -> isCapital(r) == isCapital)
                    .toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private CostCurve share(String of) {
    return rows.own(Schema.TECHNOLOGY_COSTS).stream()
        .filter(r -> r.text("technology").isEmpty() && !isCapital(r))
        .filter(r -> r.has("share_percent_per_a"))
        .findFirst()
        .<CostCurve>map(CatalogueBuilder::share)
        .orElseGet(
            () -> new CostCurve.ShareOfCapital(rows.figure("running_share", of), Provenance.NONE));
  }

  private static CostCurve.ShareOfCapital share(Row row) {
    return new CostCurve.ShareOfCapital(row.number("share_percent_per_a") / 100, row.provenance());
  }

  private CostCurve curve(List<Row> stated) {
    Row first = stated.getFirst();
    if (first.has("factor")) {
      return power(first);
    }
    if (first.has("share_percent_per_a")) {
      return share(first);
    }
    return new CostCurve.Points(
        stated.stream()
            .map(
                r ->
                    new CostCurve.Point(
                        r.number("capacity_m3_per_d"), r.number("amount"), price(r)))
            .sorted(Comparator.comparingDouble(CostCurve.Point::capacity_m3_per_d))
            .toList());
  }

  private CostCurve.Power power(Row row) {
    return new CostCurve.Power(
        row.number("factor"),
        row.number("exponent"),
        new Technology.Capacity(
            row.number("from_m3_per_d", 0), row.number("to_m3_per_d", Double.POSITIVE_INFINITY)),
        row.number("ceiling_per_m3_per_d", Double.POSITIVE_INFINITY),
        row.number("floor_per_m3_per_d", 0),
        price(row));
  }

  private Price price(Row row) {
    return price(
        row,
        row.has("escalation_percent_per_a")
            ? row.number("escalation_percent_per_a") / 100
            : money.escalation_per_a());
  }

  private Price price(Row row, double escalation_per_a) {
    return new Price(
        row.text("currency"),
        (int) row.number("price_year", money.money().baseYear()),
        escalation_per_a,
        row.provenance());
  }

  private List<CostItem> items() {
    List<CostItem> items = new ArrayList<>();
    for (Row row : rows.of(Schema.COST_ITEMS)) {
      items.add(
          new CostItem(
              CostItem.Kind.valueOf(row.text("item").toUpperCase(Locale.ROOT)),
              row.text("unit"),
              row.number("capital", 0),
              row.number("running_per_a", 0),
              row.number("exponent", 0),
              row.number("ln_sd", 0),
              row.number("life_a", Double.POSITIVE_INFINITY),
              price(row)));
    }
    items.sort(Comparator.comparing(CostItem::kind).thenComparing(CostItem::unit));
    return items;
  }

  private List<ExchangeRate> rates() {
    return rows.of(Schema.EXCHANGE_RATES).stream()
        .map(
            r ->
                new ExchangeRate(
                    r.text("currency"),
                    (int) r.number("year"),
                    r.number("per_usd"),
                    r.provenance()))
        .sorted(Comparator.comparing(ExchangeRate::currency).thenComparingInt(ExchangeRate::year))
        .toList();
  }

  private Project project(Row row) {
    return new Project(
        row.text("project"),
        row.names(),
        row.text("country"),
        row.text("technology"),
        row.number("capacity_m3_per_d", 0),
        row.number("cost", 0),
        row.number("people", 0),
        row.text("scope"),
        row.text("status"),
        row.flag("in_curve"),
        price(row, money.escalation_per_a()),
        row.text("note"));
  }
}
