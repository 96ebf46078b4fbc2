package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.cause.Breaches;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.export.Answers;
import org.tonle.export.MeasureNames;
import org.tonle.export.Summary;
import org.tonle.measure.MeasuringWorth;
import org.tonle.measure.Unmeasured;
import org.tonle.model.Quality;
import org.tonle.report.page.CutSentence;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Front answers: where the main law is broken so that works can mend it, who causes it, how much
/// must go, and how sure that is, each in a few lines.
final class FrontAnswers {
  /// A count that would differ by less is the same count.
  private static final double LEAST_ERROR = 0.05;

  private static final int MOST_PLACES = 5;
  private static final int MOST_SOURCES = 3;

  /// Smallest share of a category that is named.
  private static final double LEAST_SHARE = 0.05;

  private final Page page;
  private final Answers answers;
  private final List<Verdict> broken;
  private final Breaches breaches;
  private final FrontLinks links;

  FrontAnswers(Page page, Answers answers, FrontLinks links) {
    this.page = page;
    this.links = links;
    this.answers = answers;
    breaches = new Breaches(page.result);
    broken =
        page.result.judged().verdicts().stream()
            .filter(v -> v.required() && v.outcome() == Verdict.Outcome.BREACHED)
            .sorted(
                Comparator.<Verdict>comparingDouble(v -> -breaches.excess(v))
                    .thenComparing(v -> v.place().id())
                    .thenComparing(Verdict::season))
            .toList();
  }

  void write(Html html) {
    html.raw("<div class='answers'>");
    if (!broken.isEmpty()) {
      where(html);
    }
    answers.demand().filter(d -> !broken.isEmpty()).ifPresent(d -> answer(html, "who", who(d)));
    answers.demand().filter(d -> !broken.isEmpty()).ifPresent(d -> answer(html, "much", much(d)));
    answer(html, "sure", sure());
    html.raw("</div>\n");
  }

  private void answer(Html html, String key, List<String> lines) {
    html.raw("<section>").element("h2", page.say("front." + key));
    if (!lines.isEmpty()) {
      html.element("p", lines.getFirst());
    }
    if (lines.size() > 1) {
      html.raw("<ul>");
      lines.stream().skip(1).forEach(line -> html.element("li", line));
      html.raw("</ul>");
    }
    html.raw("</section>\n");
  }

  /// The number of places, then the worst: one line each, with links to what is said of it.
  private void where(Html html) {
    Map<Place, Verdict> worst = new LinkedHashMap<>();
    broken.forEach(v -> worst.putIfAbsent(v.place(), v));
    html.raw("<section>").element("h2", page.say("front.where"));
    html.element("p", page.say("front.where.sum", broken.size(), worst.size())).raw("<ul>");
    worst.values().stream()
        .limit(MOST_PLACES)
        .forEach(v -> html.raw("<li>" + Html.escape(line(v)) + links.of(v) + "</li>"));
    html.raw("</ul></section>\n");
  }

  private String line(Verdict v) {
    return page.saySeason(
        v.limit().statistic().isMinimum() ? "front.where.below" : "front.where.line",
        page.river(v.place()),
        page.constituent(v.constituent()),
        Figures.two(breaches.excess(v)),
        Page.brief(page.season(v.season())));
  }

  /// The highest excess of a limit in a season; 0 if there is none.
  double excess(String season) {
    return broken.stream()
        .filter(v -> page.seasons(v).contains(season))
        .mapToDouble(breaches::excess)
        .max()
        .orElse(0);
  }

  /// Rivers by name where the limits are exceeded most, for the lead.
  String rivers() {
    Set<String> names = new LinkedHashSet<>();
    broken.forEach(v -> names.add(page.river(v.place())));
    return names.stream().limit(MOST_PLACES).collect(Collectors.joining(page.say("list")));
  }

  /// By constituent: what part comes from whom, as the mean of the places, and the sources that are
  /// the first cause at most places.
  private List<String> who(Demand demand) {
    Map<String, List<Bound>> byConstituent = new LinkedHashMap<>();
    for (Bound bound : CauseSection.worstByPlace(demand, p -> true)) {
      if (bound.verdict().outcome() != Verdict.Outcome.BREACHED) {
        continue;
      }
      byConstituent
          .computeIfAbsent(bound.of().constituent().id(), c -> new ArrayList<>())
          .add(bound);
    }
    List<String> lines = new ArrayList<>();
    lines.add(page.say("front.who.sub"));
    byConstituent.forEach(
        (constituent, bounds) ->
            lines.add(
                page.say(
                    "front.who.line",
                    page.constituent(constituent),
                    bounds.size(),
                    categories(bounds),
                    sources(bounds))));
    return lines;
  }

  private String categories(List<Bound> bounds) {
    Map<String, Double> shares = new TreeMap<>();
    for (Bound bound : bounds) {
      for (Contribution part : bound.of().by(Grouping.CATEGORY)) {
        shares.merge(part.key(), part.share() / bounds.size(), Double::sum);
      }
    }
    return shares.entrySet().stream()
        .filter(e -> e.getValue() >= LEAST_SHARE)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(e -> page.say("category." + e.getKey()) + " " + Figures.percent(e.getValue()))
        .collect(Collectors.joining(page.say("list")));
  }

  private String sources(List<Bound> bounds) {
    Map<String, Integer> counts = new HashMap<>();
    for (Bound bound : bounds) {
      bound.of().by(Grouping.SOURCE).stream()
          .filter(c -> !c.key().isEmpty())
          .max(Comparator.comparingDouble(Contribution::share))
          .ifPresent(c -> counts.merge(page.cause(c.key()), 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SOURCES)
        .map(e -> page.say("front.who.source", e.getKey(), e.getValue()))
        .collect(Collectors.joining(page.say("list")));
  }

  /// By constituent: the load to cut with its band and in people; of bacteria the log reduction.
  private List<String> much(Demand demand) {
    List<String> lines = new ArrayList<>();
    lines.add(page.say("front.much.sub", StrictMath.round(demand.allocation().confidence() * 100)));
    lines.addAll(new CutSentence(page).all(demand));
    return lines;
  }

  /// One plain sentence, and the first measurement worth making.
  private List<String> sure() {
    Map<Quality, Double> marks = FrontPage.byMark(page);
    double guessed =
        marks.getOrDefault(Quality.ESTIMATE, 0.0) + marks.getOrDefault(Quality.UNVERIFIED, 0.0);
    List<String> lines = new ArrayList<>();
    double error = Summary.standardError(page.result);
    String count =
        broken.isEmpty() || error < LEAST_ERROR
            ? ""
            : page.say("front.sure.count", broken.size(), Figures.two(error));
    long assumed = Summary.onAssumedError(page.result);
    long judged =
        page.result.judged().verdicts().stream().filter(v -> v.required() && v.isJudged()).count();
    String model =
        assumed == 0
            ? ""
            : page.say(
                assumed == judged ? "front.sure.model.all" : "front.sure.model", assumed, judged);
    lines.add(
        page.sentences(
            List.of(page.say("front.sure.rests", Figures.percent(guessed)), model, count)));
    answers.worth().map(this::first).filter(s -> !s.isEmpty()).ifPresent(lines::add);
    return lines;
  }

  private String first(MeasuringWorth worth) {
    MeasureNames names = new MeasureNames(page.result.study());
    List<Unmeasured> never = worth.unmeasured();
    if (!never.isEmpty()) {
      return names.sentence(never.getFirst(), page.words);
    }
    return worth
        .answer(MeasuringWorth.Question.DEMAND)
        .filter(a -> !a.first().isEmpty())
        .map(a -> worth.measurements().get(a.first().getFirst().measurement()))
        .map(
            m ->
                page.say("front.sure.first", names.what(m, page.words), names.where(m, page.words)))
        .orElse("");
  }
}
