package org.tonle.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonle.assess.Comparison;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.export.Answers;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Quality;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.picture.VerdictMap;

/// Front page for the minister: the finding, one map by the main law, and the answers to where,
/// who, how much and how sure.
final class FrontPage {
  private final Page page;
  private final MapPicture map;
  private final FrontAnswers answers;
  private final FrontStanding standing;

  FrontPage(Page page, MapPicture map, Answers findings, FrontLinks links) {
    this.page = page;
    this.map = map;
    answers = new FrontAnswers(page, findings, links);
    standing = new FrontStanding(page);
  }

  /// Kilometres of river that break a required limit in a season; "" = of any constituent except
  /// those that break it everywhere.
  private double breached_km(int season, String constituent) {
    String id = page.seasons().get(season).id();
    double sum = 0;
    for (Reach reach : page.result.study().waterways().reaches()) {
      List<String> breaches =
          page.breaches(Place.Kind.REACH, reach.id(), id).stream()
              .filter(c -> !page.everywhere(id).contains(c))
              .toList();
      boolean isMeant =
          constituent.isEmpty() ? !breaches.isEmpty() : breaches.contains(constituent);
      sum += isMeant ? reach.line().length_km() : 0;
    }
    return sum;
  }

  /// "TSS 4 600 km, FC 1 700 km", the longest first.
  private String byConstituent(int season) {
    Map<String, Double> lengths = new HashMap<>();
    for (Constituent c : page.constituents()) {
      double km = breached_km(season, c.id());
      if (km > 0) {
        lengths.put(c.id(), km);
      }
    }
    return lengths.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            e -> page.constituent(e.getKey()) + " " + page.say("length", Figures.two(e.getValue())))
        .collect(Collectors.joining(page.say("list")));
  }

  private double all_km() {
    return page.result.study().waterways().reaches().stream()
        .mapToDouble(r -> r.line().length_km())
        .sum();
  }

  /// Constituents that break their limit on nearly all rivers, and when; "" if there are none.
  String everywhere() {
    Map<String, List<String>> seasons = new TreeMap<>();
    for (Season season : page.seasons()) {
      for (String constituent : page.everywhere(season.id())) {
        seasons.computeIfAbsent(constituent, c -> new ArrayList<>()).add(page.season(season));
      }
    }
    return seasons.entrySet().stream()
        .map(
            e ->
                page.saySeason(
                    "front.everywhere",
                    page.constituent(e.getKey()),
                    String.join(page.say("list"), e.getValue())))
        .collect(Collectors.joining(" "));
  }

  /// "Beyond all listed sources 260 limits are broken at 90 places (TSS 250, TP 10) …"; "" if none
  /// is.
  String beyond() {
    Map<String, Long> limits = new TreeMap<>();
    Set<Place> places = new HashSet<>();
    for (Verdict v : page.result.judged().verdicts()) {
      if (v.required() && v.outcome() == Verdict.Outcome.BEYOND_SOURCES) {
        limits.merge(v.constituent(), 1L, Long::sum);
        places.add(v.place());
      }
    }
    String list =
        limits.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(page.say("list")));
    long all = limits.values().stream().mapToLong(n -> n).sum();
    return all == 0 ? "" : page.say("front.beyond", all, places.size(), list);
  }

  /// The season with most river over a limit; of several, that with the highest excess.
  private int worstSeason() {
    int worst = 0;
    for (int s = 1; s < page.seasons().size(); s++) {
      double more_km = breached_km(s, "") - breached_km(worst, "");
      boolean isHigher = answers.excess(season(s)) > answers.excess(season(worst));
      worst = more_km > 0 || (more_km == 0 && isHigher) ? s : worst;
    }
    return worst;
  }

  private String season(int index) {
    return page.seasons().get(index).id();
  }

  void write(Html html) {
    int season = worstSeason();
    String name = page.season(page.seasons().get(season));
    double km = breached_km(season, "");
    html.element("p class='study'", page.result.study().title().in(page.words.language()));
    html.element("h1", finding(km, name));
    String law = page.mainLaw();
    String lead =
        km > 0
            ? page.say("front.lead", law, byConstituent(season), answers.rivers())
            : standing.lead(law, answers.rivers());
    html.element("p class='lead'", page.sentences(List.of(lead, everywhere(), beyond())));
    if (map.isDrawable()) {
      picture(html, season, name, law);
    }
    answers.write(html);
    numbers(html, km, name);
  }

  private String finding(double km, String season) {
    if (km > 0) {
      return page.saySeason(
          "front.finding", Figures.two(km), Figures.two(all_km()), Page.brief(season));
    }
    return standing.breaches().orElseGet(() -> page.say("front.no_breach", page.mainLaw()));
  }

  private void picture(Html html, int season, String name, String law) {
    String says = page.saySeason("front.map", name, law);
    html.raw("<figure class='wide front'>");
    String svg = map.svgOfVerdicts(new VerdictMap(page), season, true, says);
    html.raw(PictureName.on(svg, "map"));
    html.raw(map.legendOfVerdicts()).element("figcaption", says);
    String limits = standing.limits();
    if (!limits.isEmpty()) {
      html.element("figcaption", page.say("front.limits", law, limits));
    }
    List.of(new MapSources(page).sentence(), new MissingNames(page).sentence()).stream()
        .filter(note -> !note.isEmpty())
        .forEach(note -> html.element("figcaption", note));
    html.raw("</figure>\n");
  }

  private void numbers(Html html, double km, String season) {
    List<Comparison> pairs = page.result.comparisons().stream().filter(c -> !c.circular()).toList();
    double people = page.result.loads().people();
    double per = Double.parseDouble(page.say("people.per"));
    long covered = pairs.stream().filter(Comparison::covered).count();
    html.raw("<div class='numbers'>");
    number(
        html,
        people < per
            ? Figures.three(people)
            : page.say("people.count", Figures.three(people / per)),
        page.say("front.people"));
    number(
        html,
        Figures.percent(page.result.loads().wastewaterSafelyTreatedShare()),
        page.say("front.treated"));
    number(html, page.say("length", Figures.two(km)), page.saySeason("front.km", season));
    if (!pairs.isEmpty()) {
      number(html, covered + " / " + pairs.size(), page.say("front.covered"));
    }
    html.raw("</div>\n");
  }

  private static void number(Html html, String figure, String words) {
    html.raw("<div>").element("strong", figure).element("small", words).raw("</div>");
  }

  /// Share of the delivered load by the weakest mark behind it, mean over the constituents.
  static Map<Quality, Double> byMark(Page page) {
    Map<Quality, Double> sum = new EnumMap<>(Quality.class);
    Map<String, Double> all = new HashMap<>();
    for (LoadTerm term : page.result.loads().terms()) {
      all.merge(term.constituent(), delivered(term), Double::sum);
    }
    for (LoadTerm term : page.result.loads().terms()) {
      double total = all.getOrDefault(term.constituent(), 0.0);
      if (total > 0) {
        sum.merge(term.quality(), delivered(term) / total / all.size(), Double::sum);
      }
    }
    return sum;
  }

  private static double delivered(LoadTerm term) {
    return term.generated_g_per_s() - term.removed_g_per_s() - term.retained_g_per_s();
  }
}
