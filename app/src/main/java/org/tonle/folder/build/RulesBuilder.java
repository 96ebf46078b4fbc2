package org.tonle.folder.build;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.LimitRow;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Check;
import org.tonle.model.Condition;
import org.tonle.model.Constituent;
import org.tonle.model.Designation;
import org.tonle.model.EffluentLimit;
import org.tonle.model.Entry;
import org.tonle.model.Law;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Observation;
import org.tonle.model.Posterior;
import org.tonle.model.Published;
import org.tonle.model.Receptor;
import org.tonle.model.Reference;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.problem.Nearest;

/// Builder of standards and designations, observations, references and the rest of the evidence.
public final class RulesBuilder {
  /// Before all days: a value of a season or a year, not of a day.
  private static final long NO_DAY = Long.MIN_VALUE;

  private final Sheets sheets;
  private final Defaults defaults;
  private final Units units;
  private final Entries entries;
  private final Problems problems;

  public RulesBuilder(
      Sheets sheets, Defaults defaults, Units units, Entries entries, Problems problems) {
    this.sheets = sheets;
    this.defaults = defaults;
    this.units = units;
    this.entries = entries;
    this.problems = problems;
  }

  public Study.Rules rules() {
    List<Limit> limits =
        sheets.rows(Schema.STANDARDS).stream()
            .map(this::limit)
            .sorted(
                Comparator.comparing(Limit::standard)
                    .thenComparingInt(Limit::rank)
                    .thenComparing(Limit::constituent)
                    .thenComparing(Limit::waterbody)
                    .thenComparing(Limit::statistic)
                    .thenComparing(l -> l.from().map(Object::toString).orElse(""))
                    .thenComparing(l -> l.scope().text()))
            .toList();
    Set<String> classes =
        limits.stream().map(l -> l.standard() + "\t" + l.className()).collect(Collectors.toSet());
    return new Study.Rules(
        limits,
        sheets.rows(Schema.EFFLUENT_STANDARDS).stream()
            .map(
                r ->
                    new EffluentLimit(
                        r.text("effluent_class"),
                        r.text("constituent"),
                        statistic(r),
                        units.concentration(r, r.number("value")),
                        r.provenance()))
            .sorted(
                Comparator.comparing(EffluentLimit::effluentClass)
                    .thenComparing(EffluentLimit::constituent)
                    .thenComparing(EffluentLimit::statistic))
            .toList(),
        sheets.rows(Schema.DESIGNATIONS).stream()
            .peek(r -> checkClass(r, classes))
            .map(
                r ->
                    new Designation(
                        r.text("place"), r.text("standard"), r.text("class"), r.provenance()))
            .sorted(Comparator.comparing(Designation::place).thenComparing(Designation::standard))
            .toList(),
        sheets.rows(Schema.RECEPTORS).stream()
            .peek(r -> checkClass(r, classes))
            .map(this::receptor)
            .sorted(Comparator.comparing(Receptor::id))
            .toList(),
        sheets.rows(Schema.CONDITIONS).stream()
            .map(
                r ->
                    new Condition(
                        r.text("place"),
                        r.text("season"),
                        r.text("parameter"),
                        r.number("value"),
                        r.provenance()))
            .sorted(
                Comparator.comparing(Condition::parameter)
                    .thenComparing(Condition::place)
                    .thenComparing(Condition::season))
            .toList(),
        sheets.rows(Schema.LAWS).stream()
            .map(r -> new Law(r.text("standard"), r.names(), r.provenance()))
            .sorted(Comparator.comparing(Law::standard))
            .toList());
  }

  private void checkClass(Row row, Set<String> classes) {
    String wanted = row.text("standard") + "\t" + row.text("class");
    if (!row.text("standard").isEmpty() && !classes.contains(wanted)) {
      List<String> known =
          classes.stream()
              .filter(c -> c.startsWith(row.text("standard") + "\t"))
              .map(c -> c.substring(c.indexOf('\t') + 1))
              .sorted()
              .toList();
      problems.error(
          "unknown_word",
          row.file(),
          row.number(),
          "class",
          String.join(" | ", known),
          row.text("class"),
          Nearest.of(row.text("class"), known));
    }
  }

  private static Limit.Statistic statistic(Row row) {
    return Limit.Statistic.valueOf(row.text("statistic").toUpperCase(Locale.ROOT));
  }

  private Limit limit(Row row) {
    boolean isSaturation =
        LimitRow.isSaturation(row)
            && units.constituent(row).map(Constituent::isOxygen).orElse(false);
    return new Limit(
        row.text("standard"),
        row.text("jurisdiction"),
        row.text("class"),
        (int) row.number("rank"),
        Limit.Waterbody.valueOf(row.text("waterbody").toUpperCase(Locale.ROOT)),
        row.text("constituent"),
        statistic(row),
        isSaturation ? LimitRow.percent(row) : units.concentration(row, row.number("value")),
        scope(row, isSaturation),
        row.date("from"),
        row.date("to"),
        row.provenance());
  }

  private static LimitScope scope(Row row, boolean isSaturation) {
    return new LimitScope(
        row.text("period").equals("year") ? LimitScope.Period.YEAR : LimitScope.Period.SEASON,
        isSaturation ? LimitScope.Basis.SATURATION : LimitScope.Basis.CONCENTRATION,
        row.text("season"),
        row.months("months"),
        range(row, "temperature_from_c", "temperature_below_c"),
        row.text("parameter"),
        range(row, "parameter_from", "parameter_below"),
        row.number("parameter_exponent", 0));
  }

  private static LimitScope.Range range(Row row, String from, String below) {
    return new LimitScope.Range(
        row.number(from, LimitScope.Range.ALL.low()),
        row.number(below, LimitScope.Range.ALL.high()));
  }

  private Receptor receptor(Row row) {
    return new Receptor(
        row.text("receptor"),
        row.names(),
        Receptor.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
        entries.of(row, Entry.atNode("")),
        row.number("people", 0),
        row.text("standard"),
        row.text("class"),
        row.provenance());
  }

  public Study.Evidence evidence(Study.Chemistry chemistry) {
    return new Study.Evidence(
        references(),
        sheets.rows(Schema.OBSERVATIONS).stream()
            .filter(r -> r.has("value"))
            .map(this::observation)
            .sorted(
                Comparator.comparing(Observation::place)
                    .thenComparing(Observation::station)
                    .thenComparing(Observation::constituent)
                    .thenComparingLong(o -> o.date().map(LocalDate::toEpochDay).orElse(NO_DAY))
                    .thenComparing(o -> o.months().toString())
                    .thenComparing(Observation::statistic)
                    .thenComparingDouble(Observation::value)
                    .thenComparing(Observation::note))
            .toList(),
        sheets.rows(Schema.UNCERTAINTY).stream()
            .map(
                r ->
                    new Spread(
                        Spread.Variable.valueOf(r.text("variable").toUpperCase(Locale.ROOT)),
                        r.text("scope"),
                        r.text("constituent"),
                        r.has("tier")
                            ? Spread.Tier.valueOf(r.text("tier").toUpperCase(Locale.ROOT))
                            : Spread.Tier.STUDY,
                        r.text("season"),
                        r.number("cv", 0),
                        r.number("sd_log10", 0),
                        r.provenance()))
            .sorted(
                Comparator.comparing(Spread::variable)
                    .thenComparing(Spread::scope)
                    .thenComparing(Spread::constituent)
                    .thenComparing(Spread::tier)
                    .thenComparing(Spread::season))
            .toList(),
        sheets.rows(Schema.CHECKS).stream()
            .map(
                r ->
                    new Check(
                        r.text("place"),
                        r.text("season"),
                        r.text("constituent"),
                        r.number("low"),
                        r.number("high"),
                        r.text("note")))
            .sorted(
                Comparator.comparing(Check::place)
                    .thenComparing(Check::season)
                    .thenComparing(Check::constituent))
            .toList(),
        new ParameterBuilder(sheets, chemistry, problems).parameters(),
        posterior(),
        sheets.rows(Schema.PUBLISHED).stream()
            .map(RulesBuilder::published)
            .sorted(Comparator.comparing(Published::figure).thenComparingInt(Published::year))
            .toList(),
        new ModelErrorBuilder(sheets, defaults).of(chemistry));
  }

  private static Published published(Row row) {
    return new Published(
        Published.Figure.valueOf(row.text("figure").toUpperCase(Locale.ROOT)),
        row.number("share"),
        (int) row.number("year"),
        row.provenance());
  }

  private Posterior posterior() {
    Map<Posterior.Input, TreeMap<Integer, Double>> draws = new HashMap<>();
    for (Row row : sheets.rows(Schema.POSTERIOR)) {
      draws
          .computeIfAbsent(
              new Posterior.Input(row.text("variable"), row.text("object")), k -> new TreeMap<>())
          .put((int) row.number("draw"), row.number("value"));
    }
    Map<Posterior.Input, double[]> values = new HashMap<>();
    draws.forEach(
        (input, own) ->
            values.put(input, own.values().stream().mapToDouble(Double::doubleValue).toArray()));
    return values.isEmpty() ? Posterior.NONE : new Posterior(values);
  }

  /// The study's own references, and those of the built-in figures.
  private List<Reference> references() {
    return Stream.concat(
            sheets.rows(Schema.REFERENCES).stream(), defaults.references().rows().stream())
        .map(
            r ->
                new Reference(
                    r.text("reference"),
                    r.text("title"),
                    r.text("publisher"),
                    r.text("year"),
                    r.text("url"),
                    r.text("licence")))
        .sorted(Comparator.comparing(Reference::key))
        .toList();
  }

  private Observation observation(Row row) {
    Row.Bounded value = row.bounded("value");
    List<Integer> months =
        row.date("date").map(d -> List.of(d.getMonthValue())).orElse(row.months("months"));
    return new Observation(
        row.text("station"),
        row.text("place"),
        row.date("date"),
        months,
        row.text("constituent"),
        Observation.Statistic.valueOf(row.text("statistic").toUpperCase(Locale.ROOT)),
        (int) row.number("n", 1),
        units.concentration(row, value.value()),
        value.bound(),
        row.has("use")
            ? Observation.Use.valueOf(row.text("use").toUpperCase(Locale.ROOT))
            : Observation.Use.CHECK,
        row.text("note"),
        row.provenance());
  }
}
