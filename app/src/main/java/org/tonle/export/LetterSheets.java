package org.tonle.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Breaches;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.i18n.Words;
import org.tonle.model.LimitScope;
import org.tonle.model.Names;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Letter sheets: verdicts and demand with the columns that make one row enough to write a letter
/// from. The columns say in words, or repeat, what other tables hold.
final class LetterSheets {
  static final String VERDICTS = "verdicts.csv";
  private static final Words ENGLISH = Words.in("en");

  private static final List<String> OF_VERDICTS =
      List.of(
          "name",
          "name_zh",
          "name_km",
          "value",
          "value_p5",
          "value_p95",
          "unit_of_value",
          "law",
          "first_cause",
          "first_cause_share",
          "cut_kg_per_d",
          "cut_constituent");

  private static final List<String> OF_DEMAND =
      List.of(
          "name_zh",
          "name_km",
          "unit_name",
          "unit_name_zh",
          "unit_name_km",
          "unit_of_load",
          "binding_name",
          "binding_name_zh",
          "binding_name_km",
          "value",
          "value_p5",
          "value_p95",
          "unit_of_value",
          "limit",
          "limit_unit",
          "law",
          "probability_of_meeting",
          "first_cause");

  private static final List<String> OF_OUTFALLS =
      List.of(
          "name_zh",
          "name_km",
          "category",
          "concentration_p5",
          "concentration_p95",
          "law",
          "cut_kg_per_d");

  private static final Map<String, List<String>> ADDED =
      Map.of(VERDICTS, OF_VERDICTS, DemandSheets.DEMAND, OF_DEMAND, OutfallSheet.FILE, OF_OUTFALLS);

  private final Answers answers;
  private final Result result;
  private final Breaches breaches;
  private final CauseNames names;
  private final LawNames laws;
  private final Map<Question, Apportionment> causes = new HashMap<>();
  private final Map<Verdict, Demand.Capacity> cuts = new HashMap<>();

  LetterSheets(Answers answers) {
    this.answers = answers;
    result = answers.result();
    breaches = new Breaches(result);
    names = new CauseNames(result.study());
    laws = new LawNames(result.study());
    for (Apportionment one : answers.causes().all()) {
      causes.put(new Question(one.place(), one.season(), one.constituent().id()), one);
    }
    answers.demand().ifPresent(d -> d.capacities().forEach(this::addCut));
  }

  /// Of several loads that mend one oxygen limit, the one with most to cut.
  private void addCut(Demand.Capacity capacity) {
    if (capacity.number() >= 0) {
      cuts.merge(
          capacity.bound().verdict(),
          capacity,
          (a, b) -> cut_kg_per_d(a) >= cut_kg_per_d(b) ? a : b);
    }
  }

  private static double cut_kg_per_d(Demand.Capacity of) {
    return of.used_kg_per_d() - of.allowed_kg_per_d();
  }

  /// Whether a column of a table only says again what another column or table says.
  static boolean isAdded(String file, String column) {
    return ADDED.getOrDefault(file, List.of()).contains(column);
  }

  /// The sheet with its further columns; any other sheet as it is.
  ResultSheet of(ResultSheet sheet) {
    return switch (sheet.file()) {
      case VERDICTS ->
          sheet.wider(OF_VERDICTS, () -> result.judged().verdicts().stream().map(this::verdict));
      case DemandSheets.DEMAND ->
          sheet.wider(
              OF_DEMAND,
              () -> DemandRow.of(answers.demand().orElseThrow()).stream().map(this::demand));
      case OutfallSheet.FILE ->
          sheet.wider(OF_OUTFALLS, () -> new OutfallSheet(result).words(laws));
      default -> sheet;
    };
  }

  private Object[] verdict(Verdict v) {
    Optional<Contribution> first = breaks(v) ? first(v) : Optional.empty();
    Optional<Demand.Capacity> cut =
        v.outcome() == Verdict.Outcome.BEYOND_SOURCES
            ? Optional.empty()
            : Optional.ofNullable(cuts.get(v));
    List<Object> row = new ArrayList<>();
    three(row, v.place().names(), v.place().id());
    values(row, v);
    row.add(laws.of(v.limit()));
    row.add(first.map(c -> names.of(Grouping.SOURCE, c.key(), ENGLISH)).orElse(""));
    row.add(first.map(Contribution::share).orElse(Double.NaN));
    row.add(cut.map(LetterSheets::cut_kg_per_d).orElse(Double.NaN));
    row.add(cut.map(Demand.Capacity::constituent).orElse(""));
    return row.toArray();
  }

  private boolean breaks(Verdict v) {
    return v.required() && v.isBroken(result.study().settings().judging().confidence());
  }

  /// The largest cause; of a limit of the year in the season with the highest concentration.
  private Optional<Contribution> first(Verdict v) {
    return result.concentrations().seasons().stream()
        .filter(s -> v.isOfYear() || s.id().equals(v.season()))
        .flatMap(
            s ->
                Optional.ofNullable(causes.get(new Question(v.place(), s.id(), v.constituent())))
                    .stream())
        .max(Comparator.comparingDouble(Apportionment::total))
        .flatMap(LetterSheets::first);
  }

  private static Optional<Contribution> first(Apportionment of) {
    return of.by(Grouping.SOURCE).stream()
        .filter(c -> !c.key().isEmpty())
        .max(Comparator.comparingDouble(Contribution::share));
  }

  private Object[] demand(DemandRow row) {
    List<Object> cells = new ArrayList<>();
    List<String> in = List.of("zh", "km");
    in.forEach(language -> cells.add(name(row, Words.in(language))));
    for (String language : Words.LANGUAGES) {
      cells.add(row.unit().isEmpty() ? "" : names.unit(row.unit(), Words.in(language)));
    }
    cells.add(laws.unitOfLoad(row.constituent()));
    if (row.binding() < 0) {
      cells.addAll(List.of("", "", "", Double.NaN, Double.NaN, Double.NaN, ""));
      cells.addAll(List.of(Double.NaN, "", "", Double.NaN));
    } else {
      Bound bound = answers.demand().orElseThrow().allocation().bounds().get(row.binding());
      Verdict v = bound.verdict();
      three(cells, v.place().names(), v.place().id());
      values(cells, v);
      cells.add(v.limit().value());
      cells.add(limitUnit(v));
      cells.add(laws.of(v.limit()));
      cells.add(v.probabilityOfMeeting());
    }
    cells.add(largest(row));
    return cells.toArray();
  }

  private String limitUnit(Verdict v) {
    return v.limit().scope().basis() == LimitScope.Basis.SATURATION
        ? "% of saturation"
        : laws.unit(v.constituent());
  }

  private String name(DemandRow row, Words words) {
    return switch (row.level()) {
      case TOTAL -> "";
      case UNIT -> names.unit(row.unit(), words);
      case SOURCE -> names.source(row.source(), words);
    };
  }

  /// The source that must cut most of what a row sums.
  private String largest(DemandRow row) {
    return answers.demand().orElseThrow().cuts().stream()
        .filter(c -> c.cause().constituent().equals(row.constituent()))
        .filter(c -> row.level() == DemandRow.Level.TOTAL || c.cause().unit().equals(row.unit()))
        .filter(c -> row.source().isEmpty() || c.cause().id().equals(row.source()))
        .filter(c -> c.cut_t_per_a() > 0)
        .max(Comparator.comparingDouble(Demand.Cut::cut_t_per_a))
        .map(c -> names.source(c.cause().id(), ENGLISH))
        .orElse("");
  }

  private void values(List<Object> row, Verdict v) {
    boolean hasWater = v.isJudged();
    for (Statistic statistic : List.of(Statistic.P50, Statistic.P5, Statistic.P95)) {
      row.add(hasWater ? breaches.value(statistic, v) : Double.NaN);
    }
    row.add(laws.unit(v.constituent()));
  }

  /// The names in three languages; the English one where a language has none, or else the id.
  private static void three(List<Object> row, Names names, String id) {
    for (String language : Words.LANGUAGES) {
      String name = names.in(language);
      row.add(name.isEmpty() ? id : name);
    }
  }
}
