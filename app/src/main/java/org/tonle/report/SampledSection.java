package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.sample.AmbientGroup;
import org.tonle.sample.AmbientWater;
import org.tonle.sample.FigureRange;
import org.tonle.sample.MeasuredRow;
import org.tonle.sample.MeasuredVerdict;
import org.tonle.sample.MeasuredWater;
import org.tonle.sample.Trend;

/// Sampled section: what the samples alone say of the law, contradictions with the model first.
final class SampledSection {
  private final Page page;
  private final List<MeasuredRow> all;
  private final List<MeasuredRow> judged;
  private final Map<Series, Trend> trends = new HashMap<>();

  /// The samples of one constituent at one station.
  private record Series(String station, Place place, String constituent) {
    static Series of(MeasuredRow row) {
      MeasuredRow.Station of = row.station();
      return new Series(of.name(), of.place(), of.constituent().id());
    }
  }

  SampledSection(Page page) {
    this.page = page;
    all = MeasuredWater.of(page.result);
    judged =
        all.stream()
            .filter(r -> r.headline() && r.isRequired() && r.station().isCompared())
            .sorted(
                Comparator.comparingInt(SampledSection::rank)
                    .thenComparingDouble(r -> -excess(r))
                    .thenComparing(r -> r.station().name())
                    .thenComparing(r -> r.station().constituent().id())
                    .thenComparing(r -> String.join(" ", r.span().seasons())))
            .toList();
    all.forEach(r -> r.trend().ifPresent(t -> trends.put(Series.of(r), t)));
  }

  void write(Html html) {
    html.raw("<h2 id='samples'>").raw(Html.escape(say("title"))).raw("</h2>\n");
    html.element("p", page.sentences(List.of(lead(), agreement())));
    unmeasured(html);
    if (!judged.isEmpty()) {
      html.element("p class='note'", say("reading", page.mainLaw()));
      table(html);
    }
    long leftOut =
        all.stream().filter(r -> !r.station().isCompared()).map(Series::of).distinct().count();
    if (leftOut > 0) {
      html.element("p class='note'", say("left_out", leftOut));
    }
    html.element("h3", say("sdg"));
    html.element("p", goodWater());
  }

  private String say(String key, Object... arguments) {
    return page.say("samples." + key, arguments);
  }

  private static int rank(MeasuredRow row) {
    if (row.agrees().isPresent() && !row.agrees().get()) {
      return 0;
    }
    return switch (row.limited().orElseThrow().verdict()) {
      case BREACHED -> 1;
      case NOT_KNOWN -> 2;
      case MET -> 3;
    };
  }

  /// How far the figure lies beyond its limit, as a ratio.
  private static double excess(MeasuredRow row) {
    MeasuredRow.Limited limited = row.limited().orElseThrow();
    double figure = Double.isNaN(row.figure().value()) ? row.figure().low() : row.figure().value();
    boolean isMinimum = limited.limit().statistic().isMinimum();
    return isMinimum ? limited.value() / figure : figure / limited.value();
  }

  private String lead() {
    if (all.isEmpty()) {
      return say("none");
    }
    if (judged.isEmpty()) {
      return say(
          "no_limit", all.stream().map(r -> r.station().name()).distinct().count(), page.mainLaw());
    }
    Map<String, Set<String>> breaking = new TreeMap<>();
    Set<String> broken = new TreeSet<>();
    for (MeasuredRow row : judged) {
      if (row.isBreached()) {
        broken.add(row.station().name());
        breaking
            .computeIfAbsent(row.station().constituent().id(), c -> new TreeSet<>())
            .add(row.station().name());
      }
    }
    long stations = judged.stream().map(r -> r.station().name()).distinct().count();
    if (broken.isEmpty()) {
      return say("lead.none", stations, page.mainLaw());
    }
    String by =
        breaking.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Set<String>> e) -> -e.getValue().size()))
            .map(e -> say("by", page.constituent(e.getKey()), e.getValue().size()))
            .collect(Collectors.joining(page.say("comma")));
    long surely =
        judged.stream()
            .filter(r -> r.isBreached() && r.limited().orElseThrow().isSure().orElse(false))
            .map(r -> r.station().name())
            .distinct()
            .count();
    return say("lead", broken.size(), stations, page.mainLaw(), by, surely);
  }

  /// In how many cases measurement and model say the same.
  private String agreement() {
    List<Boolean> said = judged.stream().flatMap(r -> r.agrees().stream()).toList();
    long same = said.stream().filter(x -> x).count();
    if (said.isEmpty()) {
      return judged.isEmpty() ? "" : say("agree.none");
    }
    return said.size() == same
        ? say("agree.all", said.size(), judged.size() - said.size())
        : say("agree", said.size() - same, said.size());
  }

  /// Names what the law limits and nobody measured.
  private void unmeasured(Html html) {
    for (boolean isLake : new boolean[] {false, true}) {
      boolean hasWater =
          page.result.concentrations().places().stream()
              .anyMatch(p -> (p.kind() == Place.Kind.LAKE) == isLake);
      Set<String> missing = new LinkedHashSet<>();
      for (Constituent c : page.constituents()) {
        if (isLimited(c, isLake) && !isMeasured(c, isLake)) {
          missing.add(page.constituent(c.id()));
        }
      }
      if (hasWater && !missing.isEmpty()) {
        html.element(
            "p",
            say(
                isLake ? "unmeasured.lake" : "unmeasured.river",
                String.join(page.say("comma"), missing)));
      }
    }
  }

  private boolean isLimited(Constituent constituent, boolean isLake) {
    String main = page.result.study().settings().judging().mainStandard();
    Limit.Waterbody body = isLake ? Limit.Waterbody.LAKE : Limit.Waterbody.RIVER;
    return page.result.study().rules().limits().stream()
        .anyMatch(
            l ->
                l.constituent().equals(constituent.id())
                    && (main.isEmpty() || main.equals(l.standard()))
                    && l.binds(body)
                    && l.isInForce(page.result.study().settings().judging().date()));
  }

  private boolean isMeasured(Constituent constituent, boolean isLake) {
    return all.stream()
        .map(MeasuredRow::station)
        .anyMatch(
            s ->
                s.constituent().id().equals(constituent.id())
                    && s.isCompared()
                    && (s.place().kind() == Place.Kind.LAKE) == isLake);
  }

  private void table(Html html) {
    boolean hasTrends = judged.stream().anyMatch(r -> trends.containsKey(Series.of(r)));
    List<String> heads =
        new ArrayList<>(
            List.of(
                page.say("station"),
                say("when"),
                page.say("constituent"),
                "#" + say("n"),
                "#" + say("figure"),
                "#" + page.say("limit"),
                "#" + say("beyond"),
                say("measured"),
                say("model")));
    if (hasTrends) {
      heads.add(say("trend"));
    }
    HtmlTable table = new HtmlTable(heads);
    for (MeasuredRow row : judged) {
      List<String> cells = new ArrayList<>(cells(row));
      if (hasTrends) {
        cells.add(Html.escape(trend(row)));
      }
      table.row(cells);
    }
    html.raw(table.folded(page, "measured.csv"));
    if (!hasTrends) {
      html.element("p class='note'", say("trend.none_at_all"));
    }
  }

  private List<String> cells(MeasuredRow row) {
    MeasuredRow.Limited limited = row.limited().orElseThrow();
    boolean contradicts = rank(row) == 0;
    String verdict = say("verdict." + limited.verdict().id());
    String marked =
        limited.verdict() == MeasuredVerdict.BREACHED
            ? "<b style='color:var(--breach)'>" + Html.escape(verdict) + "</b>"
            : Html.escape(verdict);
    String sure =
        limited.isSure().orElse(true) ? "" : Html.escape(page.say("comma") + say("unsure"));
    String model = Html.escape(say("outcome." + limited.model().id()));
    return List.of(
        page.mark(row.station().worst()) + Html.escape(row.station().name()),
        Html.escape(when(row)),
        Html.escape(
            row.station().constituent().id() + ", " + row.station().constituent().unit().symbol()),
        Integer.toString(row.count().n()),
        Html.escape(figure(row)),
        Figures.given(limited.value()),
        Html.escape(share(limited.shareBeyond())),
        marked + sure,
        contradicts ? "<b>" + model + "</b>" : model);
  }

  private String when(MeasuredRow row) {
    if (!row.span().year().isEmpty()) {
      return row.span().year();
    }
    List<String> seasons = row.span().seasons();
    return row.span().isAllYears() || seasons.size() == page.seasons().size()
        ? say("all_year")
        : seasons.stream()
            .map(s -> Page.brief(page.season(s)))
            .collect(Collectors.joining(page.say("comma")));
  }

  /// The statistic of the law: exact, estimated, or between two figures.
  private static String figure(MeasuredRow row) {
    FigureRange f = row.figure();
    if (f.isExact()) {
      return Figures.three(f.low());
    }
    String range =
        f.low() == 0
            ? "< " + Figures.three(f.high())
            : Double.isInfinite(f.high())
                ? "> " + Figures.three(f.low())
                : Figures.three(f.low()) + "–" + Figures.three(f.high());
    return Double.isNaN(f.value()) ? range : "≈ " + Figures.three(f.value()) + " (" + range + ")";
  }

  private static String share(FigureRange share) {
    if (share.isExact()) {
      return Figures.percent(share.low());
    }
    return share.low() == 0
        ? "≤ " + Figures.percent(share.high())
        : share.high() == 1
            ? "≥ " + Figures.percent(share.low())
            : Figures.two(100 * share.low()) + "–" + Figures.percent(share.high());
  }

  private String trend(MeasuredRow row) {
    Trend trend = trends.get(Series.of(row));
    if (trend == null) {
      return "–";
    }
    String p = trend.p() < 0.001 ? "< 0.001" : "= " + Figures.two(trend.p());
    return say(
        "trend." + trend.direction(),
        Figures.two(StrictMath.abs(trend.slope())),
        row.station().constituent().unit().symbol(),
        p,
        trend.years());
  }

  /// SDG indicator 6.3.2, or why the study's data do not carry it.
  private String goodWater() {
    List<AmbientWater> waters = AmbientWater.of(all);
    if (waters.isEmpty()) {
      return say("sdg.none", groups(Set.of(AmbientGroup.values())));
    }
    Map<AmbientWater.Quality, Long> count =
        waters.stream()
            .collect(Collectors.groupingBy(AmbientWater::quality, Collectors.counting()));
    Set<AmbientGroup> everywhere = new TreeSet<>(Set.of(AmbientGroup.values()));
    Set<AmbientGroup> somewhere = new TreeSet<>();
    for (AmbientWater water : waters) {
      everywhere.retainAll(water.missing());
      somewhere.addAll(water.missing());
    }
    somewhere.removeAll(everywhere);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        say(
            "sdg.count",
            waters.size(),
            count.getOrDefault(AmbientWater.Quality.GOOD, 0L),
            count.getOrDefault(AmbientWater.Quality.NOT_GOOD, 0L),
            count.getOrDefault(AmbientWater.Quality.NOT_KNOWN, 0L),
            waters.stream().mapToInt(AmbientWater::n).sum()));
    if (!everywhere.isEmpty()) {
      sentences.add(say("sdg.missing", groups(everywhere)));
    }
    if (!somewhere.isEmpty()) {
      sentences.add(say("sdg.missing_some", groups(somewhere)));
    }
    sentences.add(say("sdg.source"));
    return page.sentences(sentences);
  }

  private String groups(Set<AmbientGroup> groups) {
    return new TreeSet<>(groups)
        .stream()
            .map(g -> say("group." + g.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(page.say("comma")));
  }
}
