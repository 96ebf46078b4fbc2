package org.tonle.tell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.compare.Contrast;
import org.tonle.compare.DemandChange;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.LoadChange;
import org.tonle.compare.Move;
import org.tonle.compare.Still;
import org.tonle.compare.VerdictChange;
import org.tonle.i18n.ProblemText;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.report.page.Figures;
import org.tonle.scenario.Lever;

/// Contrast words: a comparison in words, with one sentence for each finding.
public final class ContrastWords {
  private static final int MOST_NAMED = 8;

  private final Contrast contrast;
  private final Words words;
  private final StudyNames names;
  private final LeverWords levers;

  public ContrastWords(Contrast contrast, Words words) {
    this.contrast = contrast;
    this.words = words;
    names = new StudyNames(contrast.before().study(), words);
    levers = new LeverWords(words, names);
  }

  public Words words() {
    return words;
  }

  public String say(String key, Object... arguments) {
    return words.text("compare." + key, arguments);
  }

  public String scenario(Scenario scenario) {
    String name =
        scenario.id().equals(Scenario.BASELINE.id())
            ? words.text("report.baseline")
            : scenario.names().in(words.language());
    return name.isEmpty() ? scenario.id() : name;
  }

  public String title() {
    return say(
        "title", scenario(contrast.after().scenario()), scenario(contrast.before().scenario()));
  }

  public String draws() {
    return say("draws", contrast.before().options().draws(), contrast.before().options().seed());
  }

  public String place(Place place) {
    return names.place(place);
  }

  public String season(String id) {
    return names.season(id);
  }

  public String source(String id) {
    return names.source(id);
  }

  public String lever(Lever lever) {
    return levers.name(lever);
  }

  public String settings(Lever lever) {
    return levers.settings(lever);
  }

  public String quantity(Lever.Setting setting) {
    return levers.quantity(setting);
  }

  public String value(Lever.Setting setting, String value) {
    return levers.value(setting, value);
  }

  public static String figure(double value) {
    return Figures.three(value);
  }

  /// The number with a sign, also if it is positive.
  public static String signed(double value) {
    return value > 0 ? "+" + Figures.two(value) : Figures.two(value);
  }

  /// A relative change in percent; empty if the value before is 0.
  public static String change(double before, double after) {
    return before > 0 ? signed((after - before) / before * 100) + "\u202f%" : "";
  }

  /// The constituent's unit, in the reader's letters.
  public static String unit(Move move) {
    return move.constituent().unit().symbol();
  }

  /// "−0.12 (−0.2 – −0.05)".
  public String difference(Move move) {
    Move.Band band = move.band();
    return Double.isNaN(band.p5())
        ? signed(move.difference())
        : say("band", signed(move.difference()), signed(band.p5()), signed(band.p95()));
  }

  /// The number of 100 draws in which the water is better.
  public String better(Move move) {
    return Double.isNaN(move.betterShare())
        ? "–"
        : say("of_100", StrictMath.round(move.betterShare() * 100));
  }

  /// The effect of all levers together.
  public List<String> outcome() {
    List<String> said = new ArrayList<>();
    if (contrast.isNothing()) {
      return List.of(say("nothing"));
    }
    said.add(people());
    said.add(loads());
    said.add(verdicts());
    contrast.demand().ifPresent(d -> said.add(demand(d)));
    said.add(
        say(
            "places",
            moved(Place.Kind.REACH),
            contrast.before().study().waterways().reaches().size(),
            moved(Place.Kind.LAKE),
            contrast.before().study().waterways().lakes().size()));
    return said.stream().filter(s -> !s.isEmpty()).toList();
  }

  private long moved(Place.Kind kind) {
    return contrast.visible().stream()
        .map(Move::place)
        .filter(p -> p.kind() == kind)
        .distinct()
        .count();
  }

  public String people() {
    return contrast.services().isEmpty()
        ? say("people.none")
        : people(contrast.morePeopleToPlants(), contrast.morePeopleSafe());
  }

  private String people(double toPlants, double safe) {
    return say("people", people(toPlants), people(safe));
  }

  private static String people(double more) {
    return (more > 0 ? "+" : "") + Figures.three(StrictMath.rint(more));
  }

  public String loads() {
    List<LoadChange> totals =
        contrast.loads().stream().filter(l -> l.of() == LoadChange.Level.TOTAL).toList();
    return totals.isEmpty()
        ? say("loads.none")
        : say("loads", list(totals.stream().map(this::load).toList()));
  }

  /// "TP 1 200 → 1 100 t/a (−8 %)".
  private String load(LoadChange change) {
    return load(change.constituent(), change.before_t_per_a(), change.after_t_per_a());
  }

  private String load(String constituent, double before, double after) {
    String share = change(before, after);
    return say(
        share.isEmpty() ? "load.new" : "load",
        constituent,
        Figures.three(before),
        Figures.three(after),
        unitOfLoad(constituent),
        share);
  }

  public String unitOfLoad(String constituent) {
    Study study = contrast.before().study();
    boolean counts =
        study.chemistry().constituents().stream()
            .anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
    return words.text(counts ? "report.unit.counts" : "report.unit.t_per_a");
  }

  public String verdicts() {
    List<String> said = new ArrayList<>();
    for (Verdict.Outcome before : Verdict.Outcome.values()) {
      for (Verdict.Outcome after : Verdict.Outcome.values()) {
        long count = before == after ? 0 : contrast.count(before, after);
        if (count > 0) {
          said.add(say("verdict", count, outcome(before), outcome(after)));
        }
      }
    }
    return said.isEmpty() ? say("verdicts.none") : say("verdicts", list(said));
  }

  /// Verdicts on required limits that change, by place, one line for each kind of change.
  public List<String> verdictPlaces() {
    Map<String, List<String>> byChange = new LinkedHashMap<>();
    for (VerdictChange change : contrast.verdicts()) {
      Verdict after = change.after();
      if (after.required()) {
        String kind = say("turn", outcome(change.before().outcome()), outcome(after.outcome()));
        String where =
            say("where", after.place().id(), after.constituent(), season(after.season()));
        byChange.computeIfAbsent(kind, k -> new ArrayList<>()).add(where);
      }
    }
    List<String> said = new ArrayList<>();
    byChange.forEach((kind, where) -> said.add(say("turn.places", kind, some(where))));
    return said;
  }

  private String some(List<String> items) {
    String named = list(items.subList(0, StrictMath.min(MOST_NAMED, items.size())));
    return items.size() > MOST_NAMED ? say("and_more", named) : named;
  }

  public String outcome(Verdict.Outcome outcome) {
    return say("outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT));
  }

  public String demand(DemandChange demand) {
    List<String> said =
        demand.cuts().stream()
            .filter(c -> c.before_t_per_a() > 0 || c.after_t_per_a() > 0)
            .map(c -> load(c.constituent(), c.before_t_per_a(), c.after_t_per_a()))
            .toList();
    return said.isEmpty()
        ? say("demand.none")
        : say("demand", StrictMath.round(demand.confidence() * 100), list(said));
  }

  private String list(List<String> items) {
    return String.join(words.text("report.list"), items);
  }

  /// The effect of one lever alone, and why it does not do more.
  public List<String> effect(LeverEffect effect) {
    if (!effect.refused().isEmpty()) {
      ProblemText text = new ProblemText(words);
      return List.of(
          say(
              "effect.refused",
              String.join(" ", effect.refused().stream().map(text::sentence).toList())));
    }
    List<String> said = new ArrayList<>();
    if (!effect.together().isEmpty()) {
      said.add(say("effect.together", list(effect.together().stream().map(levers::name).toList())));
    }
    if (effect.isNothing()) {
      said.add(say("effect.nothing"));
    }
    LeverEffect.People people = effect.people();
    if (people.toPlants() != 0 || people.safelyManaged() != 0) {
      said.add(people(people.toPlants(), people.safelyManaged()));
    }
    if (!effect.loads().isEmpty()) {
      said.add(
          say(
              "effect.loads",
              list(
                  effect.loads().stream()
                      .map(
                          l ->
                              l.constituent() + " " + change(l.before_t_per_a(), l.after_t_per_a()))
                      .toList())));
    }
    effect.best().ifPresent(m -> said.add(moved("effect.best", m)));
    effect.worst().ifPresent(m -> said.add(moved("effect.worst", m)));
    if (effect.met() + effect.breached() > 0) {
      said.add(say("effect.verdicts", effect.met(), effect.breached()));
    }
    effect.why().forEach(w -> said.add(reason(w)));
    return said;
  }

  private String moved(String key, Move move) {
    boolean isOnly = contrast.before().study().waterways().seasons().size() == 1;
    return say(
        isOnly ? key + ".one" : key,
        place(move.place()),
        season(move.season().id()),
        move.constituent().id(),
        Figures.three(move.before()),
        Figures.three(move.after()),
        unit(move));
  }

  private String reason(LeverEffect.Reason reason) {
    boolean isOfPlants =
        reason.kind() != LeverEffect.Reason.Kind.NONE_REMOVED
            && reason.kind() != LeverEffect.Reason.Kind.NONE_MADE;
    return say(
        "why." + reason.kind().id(),
        list(reason.objects().stream().map(id -> isOfPlants ? names.source(id) : id).toList()));
  }

  /// Where nothing moves, and why.
  public List<String> still() {
    List<String> said = new ArrayList<>();
    int all =
        contrast.before().study().waterways().reaches().size()
            + contrast.before().study().waterways().lakes().size();
    for (Still.Why why : Still.Why.values()) {
      List<String> places =
          contrast.still().stream().filter(s -> s.why() == why).map(s -> s.place().id()).toList();
      if (places.size() == 1) {
        said.add(say("still." + why.id() + ".one", places.getFirst()));
      } else if (!places.isEmpty()) {
        said.add(say("still." + why.id(), places.size(), all, some(places)));
      }
    }
    return said;
  }

  /// The largest improvements or deteriorations: one for each place and only a few for each
  /// constituent, so that the list covers several.
  ///
  /// @param ofEach largest number for one constituent
  public List<Move> largest(boolean isBetter, int most, int ofEach) {
    List<Move> found = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<Place> places = new HashSet<>();
    for (Move move : contrast.visible()) {
      boolean hasRoom =
          found.size() < most && counts.getOrDefault(move.constituent().id(), 0) < ofEach;
      boolean isNew = found.stream().noneMatch(m -> isSame(m, move));
      if (move.isBetter() == isBetter && hasRoom && isNew && places.add(move.place())) {
        counts.merge(move.constituent().id(), 1, Integer::sum);
        found.add(move);
      }
    }
    return found;
  }

  /// Whether two places have the same water, as a station and its reach do.
  private static boolean isSame(Move one, Move other) {
    return one.season().equals(other.season())
        && one.constituent().equals(other.constituent())
        && one.before() == other.before()
        && one.after() == other.after();
  }
}
