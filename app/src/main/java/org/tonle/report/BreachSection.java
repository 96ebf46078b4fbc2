package org.tonle.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Breaches;
import org.tonle.convert.Tie;
import org.tonle.export.BeyondParts;
import org.tonle.export.Summary;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Breach section: where a required limit is broken, worst first, and where this is not known.
final class BreachSection {
  private final Page page;
  private final Breaches breaches;

  BreachSection(Page page) {
    this.page = page;
    breaches = new Breaches(page.result);
  }

  void write(Html html) {
    List<Verdict> required =
        page.result.judged().verdicts().stream().filter(Verdict::required).toList();
    List<Verdict> breached = with(required, Verdict.Outcome.BREACHED);
    List<Verdict> unknown = with(required, Verdict.Outcome.NOT_KNOWN);
    html.raw("<h2 id='breaches'>").raw(Html.escape(page.say("breaches"))).raw("</h2>\n");
    List<Verdict> beyond = with(required, Verdict.Outcome.BEYOND_SOURCES);
    List<Verdict> close = with(required, Verdict.Outcome.NEEDS_MORE_DRAWS);
    int draws = page.result.options().draws();
    html.element(
        "p",
        page.say(
            "breaches.sub",
            breached.size(),
            with(required, Verdict.Outcome.MET).size(),
            unknown.size(),
            page.mainLaw(),
            StrictMath.round(page.result.study().settings().judging().confidence() * 100),
            required.size()));
    html.element(
        "p",
        page.say(
            "breaches.others",
            beyond.size(),
            close.size(),
            with(required, Verdict.Outcome.MODEL_NOT_VALID).size(),
            with(required, Verdict.Outcome.NOT_JUDGED).size(),
            Figures.two(Summary.standardError(page.result))));
    if (draws == 0) {
      html.element("p class='note'", page.say("breaches.central"));
    }
    html.element("p class='note'", page.say("breaches.reading"));
    worstFirst(breached).stream()
        .filter(this::isMeanWithin)
        .findFirst()
        .ifPresent(v -> html.element("p class='note'", why(v)));
    long assumed = Summary.onAssumedError(page.result);
    if (assumed > 0) {
      html.element("p class='note'", page.say("breaches.model_error", assumed));
    }
    table(html, breached.stream().filter(v -> page.worst.holds(v.place())).toList());
    html.raw(page.left("verdicts.csv"));
    if (!beyond.isEmpty()) {
      html.element("h3", page.say("beyond")).element("p", page.say("beyond.sub"));
      beyond(html, beyond.stream().filter(v -> page.worst.holds(v.place())).toList());
    }
    if (!close.isEmpty()) {
      html.element("h3", page.say("closer", draws));
      table(html, close);
    }
    if (!unknown.isEmpty()) {
      html.element("h3", page.say("unknown"));
      table(html, unknown);
    }
  }

  /// Whether a season's mean lies within a limit that its samples break.
  private boolean isMeanWithin(Verdict v) {
    return !v.limit().statistic().isMinimum()
        && !v.isOfYear()
        && Tie.isMet(breaches.value(Statistic.P50, v), v.limit().value(), false);
  }

  /// Why a mean that lies within a limit breaks it.
  private String why(Verdict v) {
    double mean = breaches.value(Statistic.P50, v);
    return page.say(
        "breaches.why",
        page.place(v.place()),
        Page.brief(page.season(v.season())),
        v.constituent(),
        Figures.two(mean),
        Page.limit(v),
        StrictMath.round(100 * v.limit().statistic().percentile()),
        Figures.two(mean * v.limit().value() / v.limitOfMean()));
  }

  private static List<Verdict> with(List<Verdict> verdicts, Verdict.Outcome outcome) {
    return verdicts.stream().filter(v -> v.outcome() == outcome).toList();
  }

  private void beyond(Html html, List<Verdict> verdicts) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("place"),
                page.say("season"),
                page.say("constituent"),
                page.say("beyond.origin"),
                "#" + page.say("beyond.land"),
                "#" + page.say("beyond.upstream"),
                "#" + page.say("beyond.undisturbed"),
                "#" + page.say("limit_of_mean")));
    BeyondParts parts = new BeyondParts(page.result);
    for (Verdict v : worstFirst(verdicts)) {
      String country = parts.country(v);
      String origin = parts.origin(v);
      String says =
          origin.equals("upstream") && !country.isEmpty()
              ? page.say("origin.upstream.of", page.unit(country))
              : page.say("origin." + origin);
      table.row(
          List.of(
              Html.escape(page.place(v.place())),
              Html.escape(Page.brief(page.season(v.season()))),
              constituent(v),
              Html.escape(says),
              Figures.two(parts.land(v)),
              Figures.two(parts.upstream(v)),
              Figures.two(parts.undisturbed(v)),
              Figures.two(v.limitOfMean())));
    }
    html.raw(table.folded(page, "verdicts.csv"));
  }

  /// The constituent with its unit, and with a dagger where its model error is assumed.
  private String constituent(Verdict v) {
    String dagger = page.result.isModelErrorAssumed(v) ? " †" : "";
    String unit = page.symbol(v.constituent());
    return Html.escape(v.constituent() + dagger)
        + " <small class='cut'>"
        + Html.escape(unit)
        + "</small>";
  }

  private List<Verdict> worstFirst(List<Verdict> verdicts) {
    List<Verdict> worst = new ArrayList<>(verdicts);
    worst.sort(
        Comparator.<Verdict>comparingDouble(v -> -breaches.excess(v))
            .thenComparing(v -> v.place().id())
            .thenComparing(Verdict::season));
    return worst;
  }

  private void table(Html html, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("place"),
                page.say("season"),
                page.say("constituent"),
                "#" + page.say("median_band"),
                "#" + page.say("limit"),
                "#" + page.say("limit_of_mean"),
                "#" + page.say("meets")));
    List<Verdict> worst = worstFirst(verdicts);
    int draws = StrictMath.max(1, page.result.options().draws());
    for (Verdict v : worst) {
      String band =
          Figures.two(breaches.value(Statistic.P50, v))
              + " ("
              + Figures.two(breaches.value(Statistic.P5, v))
              + "–"
              + Figures.two(breaches.value(Statistic.P95, v))
              + ")";
      table.row(
          List.of(
              Html.escape(page.place(v.place())),
              Html.escape(Page.brief(page.season(v.season()))),
              constituent(v),
              band,
              page.mark(v.limit().provenance().quality()) + Page.limit(v),
              Figures.two(v.limitOfMean()),
              Html.escape(
                  page.say(
                      "of_draws", StrictMath.round(v.probabilityOfMeeting() * draws), draws))));
    }
    html.raw(table.folded(page, "verdicts.csv"));
  }
}
