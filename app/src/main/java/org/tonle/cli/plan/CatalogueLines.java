package org.tonle.cli.plan;

import static org.tonle.cli.console.ConsoleTable.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.i18n.Words;
import org.tonle.model.Catalogue;
import org.tonle.model.Constituent;
import org.tonle.model.CostItem;
import org.tonle.model.Project;
import org.tonle.model.Quality;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.plan.cost.CapacityCost;
import org.tonle.plan.cost.CostBand;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.ProjectComparison;
import org.tonle.plan.cost.TechnologyPrice;

/// Catalogue as lines on the console: technologies, cost items, and what was planned or paid.
final class CatalogueLines {
  private static final double DAYS_PER_A = 365;

  private final Catalogue catalogue;
  private final List<Constituent> constituents;
  private final double capacity_m3_per_d;
  private final PriceBook book;
  private final Words words;

  CatalogueLines(Study study, double capacity_m3_per_d, Words words) {
    this.catalogue = study.catalogue();
    this.constituents =
        study.chemistry().constituents().stream().filter(c -> !c.isOxygen()).toList();
    this.capacity_m3_per_d = capacity_m3_per_d;
    this.book = PriceBook.of(catalogue);
    this.words = words;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text("catalogue.head", figure(capacity_m3_per_d), catalogue.money().baseYear()));
    lines.addAll(ConsoleTable.lines(technologies()));
    lines.add(words.text("catalogue.marks"));
    lines.add("");
    lines.add(words.text("catalogue.items", catalogue.money().baseYear()));
    lines.addAll(ConsoleTable.lines(items()));
    lines.add("");
    lines.add(words.text("catalogue.projects"));
    lines.addAll(ConsoleTable.lines(projects()));
    lines.addAll(why());
    lines.add(words.text("catalogue.projects.note"));
    return lines;
  }

  private List<List<String>> technologies() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(word("technology"), word("class"), "m³/d"));
    constituents.forEach(c -> head.add(c.id()));
    head.addAll(
        List.of(
            "USD/(m³/d)", "5–95 %", "USD/m³", "m²/(m³/d)", "kWh/m³", word("skill"), word("mark")));
    rows.add(head);
    for (TechnologyPrice price : book.technologies()) {
      rows.add(technology(price));
    }
    return rows;
  }

  private String word(String key) {
    return words.text("catalogue." + key);
  }

  private List<String> technology(TechnologyPrice price) {
    Technology of = price.technology();
    List<String> row = new ArrayList<>();
    row.add(of.id());
    row.add(words.text("catalogue.class." + of.kind().name().toLowerCase(Locale.ROOT)));
    row.add(range(of.capacity()));
    constituents.forEach(c -> row.add(removal(of, c)));
    CostBand band =
        CostBand.of(
            price.capital_usd(capacity_m3_per_d) / capacity_m3_per_d,
            catalogue.money().sharedSpread(),
            price.stated().ownSpread());
    boolean isBuilt = of.capacity().holds(capacity_m3_per_d);
    boolean isBeyond = price.extent(capacity_m3_per_d) != CapacityCost.Extent.WITHIN;
    row.add(isBuilt ? figure(band.median_usd()) + (isBeyond ? "!" : "") : "–");
    row.add(isBuilt ? figure(band.low_usd()) + "–" + figure(band.high_usd()) : "–");
    double running =
        price.running_usd_per_a(capacity_m3_per_d, capacity_m3_per_d)
            / (capacity_m3_per_d * DAYS_PER_A);
    row.add(isBuilt ? figure(running) : "–");
    row.add(amount(of.needs().land_m2_per_m3_per_d()));
    row.add(amount(of.needs().energy_kwh_per_m3()));
    row.add(words.text("catalogue.skill." + of.skill().name().toLowerCase(Locale.ROOT)));
    row.add(mark(of.provenance().quality()) + (price.isDefault() ? "*" : ""));
    return row;
  }

  private static String range(Technology.Capacity capacity) {
    return figure(capacity.least_m3_per_d())
        + "–"
        + (capacity.most_m3_per_d() == Double.POSITIVE_INFINITY
            ? "∞"
            : figure(capacity.most_m3_per_d()));
  }

  /// A share in percent; of bacteria steps of ten. A figure of the class stands in brackets.
  private static String removal(Technology of, Constituent constituent) {
    Optional<Technology.Removal> found = of.removal(constituent.id());
    if (found.isEmpty()) {
      return "0";
    }
    String text =
        constituent.unit().counts()
            ? "10^-" + figure(found.get().typical_log10())
            : ConsoleTable.percent(found.get().typicalShare());
    boolean isWeak = found.get().provenance().quality().compareTo(Quality.DERIVED) > 0;
    return isWeak ? "(" + text + ")" : text;
  }

  private static String amount(Technology.Amount amount) {
    return amount.isAssumed() ? "(" + figure(amount.value()) + ")" : figure(amount.value());
  }

  private String mark(Quality quality) {
    return words.text("report.quality." + quality.name().toLowerCase(Locale.ROOT));
  }

  private List<List<String>> items() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            word("item"),
            word("unit"),
            word("per"),
            word("capital"),
            word("running"),
            word("life"),
            word("mark")));
    for (CostItem item : catalogue.items()) {
      book.item(item.kind(), item.unit())
          .ifPresent(
              p ->
                  rows.add(
                      List.of(
                          words.text(
                              "catalogue.item." + item.kind().name().toLowerCase(Locale.ROOT)),
                          item.unit().isEmpty() ? "–" : item.unit(),
                          item.kind().measure()
                              + (item.exponent() == 0 ? "" : " · Q^" + figure(item.exponent())),
                          figure(item.capital() * p.dollar_usd()),
                          figure(item.running_per_a() * p.dollar_usd()),
                          figure(item.life_a()),
                          mark(item.price().provenance().quality()))));
    }
    return rows;
  }

  /// Why those projects differ that differ by more than a factor of 2, and what can be said of
  /// those whose capacity nobody tells.
  private List<String> why() {
    List<String> lines = new ArrayList<>();
    for (ProjectComparison one : ProjectComparison.of(catalogue)) {
      if (one.isFar()) {
        why(lines, one.project(), "");
      }
    }
    for (Project project : catalogue.projects()) {
      ProjectComparison.capacityFor_m3_per_d(catalogue, project)
          .ifPresent(capacity -> why(lines, project, figure(capacity)));
    }
    return lines;
  }

  private void why(List<String> lines, Project project, String capacity) {
    String key = "catalogue.why." + project.id();
    if (words.has(key)) {
      String name = project.names().in(words.language());
      lines.add(words.text("catalogue.why", name, words.text(key, capacity)));
    }
  }

  private List<List<String>> projects() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            word("project"), "m³/d", word("stated"), word("curve"), word("factor"), word("scope")));
    for (ProjectComparison one : ProjectComparison.of(catalogue)) {
      rows.add(
          List.of(
              one.project().names().in(words.language()),
              figure(one.project().capacity_m3_per_d()),
              figure(one.stated_usd()),
              figure(one.curve_usd()),
              figure(one.factor()),
              one.project().scope()));
    }
    return rows;
  }
}
