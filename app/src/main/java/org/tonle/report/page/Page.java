package org.tonle.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.cause.Breaches;
import org.tonle.cause.Cause;
import org.tonle.cause.WorstPlaces;
import org.tonle.convert.Text;
import org.tonle.export.CauseNames;
import org.tonle.export.map.ClassColours;
import org.tonle.i18n.Words;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.Quality;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Unit;
import org.tonle.run.Result;

/// Page of a report: everything that its sections share, such as the result, words and names.
public final class Page {
  /// Share of the river's length above which a limit counts as broken everywhere.
  private static final double EVERYWHERE = 0.9;

  public final Result result;
  public final Words words;
  public final WorstPlaces worst;
  public final Map<String, Node> nodes = new HashMap<>();
  public final Map<String, Reach> reaches = new HashMap<>();
  private final Map<String, Names> sources = new HashMap<>();
  private final Map<String, Names> units = new HashMap<>();
  private final CauseNames names;
  private final Map<String, WaterClass> classes = new HashMap<>();
  private final Map<String, Integer> ranks = new TreeMap<>();
  private final Map<String, Set<String>> everywhere = new HashMap<>();
  private final Map<Breach, Set<String>> breached = new HashMap<>();
  private List<Judge> judges = List.of();

  /// Breach of a required limit: where and when.
  private record Breach(Place.Kind kind, String id, String season) {}

  public Page(Result result, Words words) {
    this(result, words, new Breaches(result).worst(WorstPlaces.USUAL));
  }

  /// @param worst places to show, of all that break a limit
  public Page(Result result, Words words, WorstPlaces worst) {
    this.result = result;
    this.worst = worst;
    this.words = words;
    names = new CauseNames(result.study());
    result.study().waterways().nodes().forEach(n -> nodes.put(n.id(), n));
    result.study().waterways().reaches().forEach(r -> reaches.put(r.id(), r));
    sources.putAll(result.study().emissions().names());
    for (Unit unit : result.study().emissions().units()) {
      units.put(unit.id(), unit.names());
    }
    for (WaterClass one : result.judged().classes()) {
      String judge = new Judge(one.standard(), one.constituent()).key();
      classes.put(judge + "\t" + key(one.place()) + "\t" + one.season(), one);
    }
    for (Verdict v : result.judged().verdicts()) {
      if (v.required() && v.outcome() == Verdict.Outcome.BREACHED) {
        for (String season : seasons(v)) {
          breached
              .computeIfAbsent(
                  new Breach(v.place().kind(), v.place().id(), season), k -> new LinkedHashSet<>())
              .add(v.constituent());
        }
      }
    }
    for (Limit limit : result.study().rules().limits()) {
      ranks.merge(limit.standard(), limit.rank(), Integer::max);
    }
  }

  public static String key(Place place) {
    return place.kind() + " " + place.id();
  }

  public String say(String key, Object... arguments) {
    return words.text("report." + key, arguments);
  }

  /// A sentence that names a season; of a study with one season that without it, because there is
  /// nothing to tell apart.
  public String saySeason(String key, Object... arguments) {
    return say(seasons().size() == 1 ? key + ".one" : key, arguments);
  }

  private String named(Names names, String id) {
    String name = names.in(words.language());
    return name.isEmpty() ? id : name;
  }

  /// A name without its part in brackets, for places with little room.
  public static String brief(String name) {
    int bracket = name.indexOf(" (");
    int wide = name.indexOf('（');
    int first =
        bracket > 0 && wide > 0 ? StrictMath.min(bracket, wide) : StrictMath.max(bracket, wide);
    return first > 0 ? name.substring(0, first) : name;
  }

  /// Joins sentences; Chinese sentences have no space between them.
  public String sentences(List<String> all) {
    return all.stream()
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(words.language().equals("zh") ? "" : " "));
  }

  /// Distance of two lines at a font size; Khmer signs need room above and below the letters.
  public double line(double size) {
    return size * rise(words.language());
  }

  /// Distance of two lines over their font size.
  public static double rise(String language) {
    return switch (language) {
      case "km" -> 1.9;
      case "zh" -> 1.5;
      default -> 1.25;
    };
  }

  public List<Season> seasons() {
    return result.study().waterways().seasons();
  }

  public List<Constituent> constituents() {
    return result.study().chemistry().constituents();
  }

  /// Seasons that a verdict is about: of a limit of the year all that it may bind.
  public List<String> seasons(Verdict v) {
    return v.isOfYear()
        ? seasons().stream().filter(v.limit().scope()::holds).map(Season::id).toList()
        : List.of(v.season());
  }

  /// Value of a verdict's limit, as a share of saturation in %.
  public static String limit(Verdict v) {
    String value = Figures.given(v.limit().value());
    return v.limit().scope().basis() == LimitScope.Basis.SATURATION ? value + " %" : value;
  }

  public String season(Season season) {
    return named(season.names(), season.id());
  }

  /// Name of a season; of "" the whole year.
  public String season(String id) {
    if (id.isEmpty()) {
      return say("whole_year");
    }
    return seasons().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .map(this::season)
        .orElse(id);
  }

  public String place(Place place) {
    return named(place.names(), place.id());
  }

  /// Name of a place without its id, for words to a reader who does not know the table.
  public String river(Place place) {
    String name = place(place);
    String id = " " + place.id();
    String bare = name.endsWith(id) ? name.substring(0, name.length() - id.length()) : name;
    return place.unit().isEmpty() || bare.equals(place.id())
        ? bare
        : say("river_in", bare, unit(place.unit()));
  }

  /// A constituent written out, with its id in brackets.
  public String constituent(String id) {
    return constituents().stream()
        .filter(c -> c.id().equals(id))
        .map(c -> named(c.names(), id))
        .map(name -> name.contains(id) ? name : name + " (" + id + ")")
        .findFirst()
        .orElse(id);
  }

  /// Name of the law that a standard comes from; its id where the study names none.
  public String law(String standard) {
    return result.study().rules().laws().stream()
        .filter(l -> l.standard().equals(standard))
        .map(l -> named(l.names(), standard))
        .findFirst()
        .orElse(standard);
  }

  /// The main law by name; of a study without one, "all standards of the study".
  public String mainLaw() {
    String main = result.study().settings().judging().mainStandard();
    return main.isEmpty() ? say("front.all_laws") : law(main);
  }

  /// Short name of a limit beside its law's own name: its class, of a law with classes.
  public String limitName(Verdict v) {
    return classCount(v.limit().standard()) > 1
        ? say("limit_class", v.limit().className())
        : say("limit");
  }

  /// Unit of a constituent's concentrations, as people write it.
  public String symbol(String constituent) {
    return constituents().stream()
        .filter(c -> c.id().equals(constituent))
        .map(c -> c.unit().symbol())
        .findFirst()
        .orElse("");
  }

  /// Name of a cause: its source, or the water it comes with.
  public String cause(String id) {
    return names.source(id, words);
  }

  public String source(String id) {
    return named(sources.getOrDefault(id, Names.of("")), id);
  }

  /// Name of a source: livestock and land by kind and unit, other sources by their own name.
  public String source(Cause cause) {
    boolean isSpread =
        cause.category().equals(Category.LIVESTOCK.id())
            || cause.category().equals(Category.LAND.id());
    return isSpread
        ? say("category." + cause.category()) + say("comma") + unit(cause.unit())
        : names.source(cause.id(), words);
  }

  public String unit(String id) {
    return id.isEmpty() ? say("no_unit") : named(units.getOrDefault(id, Names.of("")), id);
  }

  /// Standards with classes, those with most classes first.
  List<String> classStandards() {
    List<String> standards = new ArrayList<>();
    ranks.forEach(
        (standard, most) -> {
          if (most > 1) {
            standards.add(standard);
          }
        });
    standards.sort((a, b) -> classCount(b) - classCount(a));
    return standards.isEmpty() ? List.copyOf(ranks.keySet()) : standards;
  }

  public int classCount(String standard) {
    return ranks.getOrDefault(standard, 0);
  }

  public boolean hasClass(String standard, int rank) {
    return result.study().rules().limits().stream()
        .anyMatch(l -> l.standard().equals(standard) && l.rank() == rank);
  }

  public String className(String standard, int rank) {
    return result.study().rules().limits().stream()
        .filter(l -> l.standard().equals(standard) && l.rank() == rank)
        .map(Limit::className)
        .findFirst()
        .orElse(say("worse"));
  }

  /// Judge of a map: a standard, and one of its constituents or "" for all of them.
  public record Judge(String standard, String constituent) {
    public String key() {
      return standard + "\t" + constituent;
    }
  }

  public String title(Judge judge) {
    String law = law(judge.standard());
    return judge.constituent().isEmpty() ? law : law + " · " + judge.constituent();
  }

  /// Judges: the first standard with classes, once for each of its constituents; the other
  /// standards over all constituents.
  public List<Judge> judges() {
    if (judges.isEmpty()) {
      judges = findJudges();
    }
    return judges;
  }

  private List<Judge> findJudges() {
    List<Judge> found = new ArrayList<>();
    Map<String, List<WaterClass>> ofJudge = new HashMap<>();
    for (var one : classes.entrySet()) {
      int standard = one.getKey().indexOf('\t');
      String judge = one.getKey().substring(0, one.getKey().indexOf('\t', standard + 1));
      ofJudge.computeIfAbsent(judge, j -> new ArrayList<>()).add(one.getValue());
    }
    List<String> standards = classStandards();
    for (String standard : standards) {
      for (Constituent c : constituents()) {
        Judge judge = new Judge(standard, c.id());
        boolean isFirst = standard.equals(standards.getFirst());
        if (isFirst && ofJudge.containsKey(judge.key())) {
          found.add(judge);
        }
      }
      found.add(new Judge(standard, ""));
    }
    Map<Judge, Long> said = new HashMap<>();
    found.forEach(j -> said.put(j, said(ofJudge.getOrDefault(j.key(), List.of()))));
    found.sort((a, b) -> Long.compare(said.getOrDefault(b, 0L), said.getOrDefault(a, 0L)));
    return List.copyOf(found);
  }

  /// Number of places and seasons for which a judge finds a class that more than half the draws
  /// share.
  private static long said(List<WaterClass> found) {
    long kinds = found.stream().map(WaterClass::rank).distinct().count();
    return found.stream().filter(c -> c.agreement() >= 0.5).count() * StrictMath.min(kinds, 4);
  }

  /// The class of a place by a judge, or null if it is not judged.
  public @Nullable WaterClass classOf(Judge judge, Place.Kind kind, String id, String season) {
    return classes.get(judge.key() + "\t" + kind + " " + id + "\t" + season);
  }

  /// Colour of a rank: 1 to 5, 6 = worse than the last, 0 = cannot say.
  public int colour(String standard, int rank) {
    return ClassColours.slot(classCount(standard), rank);
  }

  /// Constituents that break a required limit on nearly all of the river in a season. The page says
  /// so in words, because ticks on every line would say nothing about any.
  public Set<String> everywhere(String season) {
    return everywhere.computeIfAbsent(
        season,
        id -> {
          Map<String, Double> broken_km = new TreeMap<>();
          double all_km = 0;
          for (Reach reach : result.study().waterways().reaches()) {
            all_km += reach.line().length_km();
            for (String c : breaches(Place.Kind.REACH, reach.id(), id)) {
              broken_km.merge(c, reach.line().length_km(), Double::sum);
            }
          }
          double most_km = EVERYWHERE * all_km;
          return broken_km.entrySet().stream()
              .filter(e -> e.getValue() > most_km)
              .map(Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
        });
  }

  /// Constituents whose required limit is broken at a place in a season.
  public List<String> breaches(Place.Kind kind, String id, String season) {
    return List.copyOf(breached.getOrDefault(new Breach(kind, id, season), Set.of()));
  }

  /// Mark of a figure's quality; shape shows it, never colour alone.
  public String mark(Quality quality) {
    String inside =
        switch (quality) {
          case MEASURED -> "<circle cx='5' cy='5' r='4' fill='#17262E'/>";
          case PUBLISHED ->
              "<circle cx='5' cy='5' r='4' fill='none' stroke='#17262E'/>"
                  + "<circle cx='5' cy='5' r='2' fill='#17262E'/>";
          case DERIVED ->
              "<circle cx='5' cy='5' r='4' fill='none' stroke='#17262E'/>"
                  + "<path d='M5 1a4 4 0 0 1 0 8z' fill='#17262E'/>";
          case ESTIMATE -> "<circle cx='5' cy='5' r='4' fill='none' stroke='#17262E'/>";
          case UNVERIFIED ->
              "<circle cx='5' cy='5' r='4' fill='none' stroke='#17262E' stroke-dasharray='2 1.4'/>"
                  + "<circle cx='5' cy='5' r='.9' fill='#17262E'/>";
        };
    return Text.format(
        "<svg class='m plain' viewBox='0 0 10 10' role='img' aria-label='%s'><title>%s</title>%s</svg>",
        quality(quality), quality(quality), inside);
  }

  public String quality(Quality quality) {
    return Html.escape(say("quality." + quality.name().toLowerCase(Locale.ROOT)));
  }

  /// A paragraph on the number of places that the page leaves out; "" if it shows all.
  public String left(String file) {
    return worst.left() <= 0
        ? ""
        : "<p class='note'>"
            + Html.escape(say("worst", worst.places().size(), worst.left(), file))
            + "</p>\n";
  }
}
