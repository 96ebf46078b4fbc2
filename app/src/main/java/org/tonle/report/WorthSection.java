package org.tonle.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tonle.convert.Text;
import org.tonle.demand.Demand;
import org.tonle.export.MeasureNames;
import org.tonle.export.RestRow;
import org.tonle.measure.Marks;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.measure.Unmeasured;
import org.tonle.model.Quality;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Worth section: what to measure first, and the marks that every demand rests on.
final class WorthSection {
  /// Number of rows for the second question.
  private static final int MOST_BEYOND = 5;

  /// Length of a bar for the whole [px].
  private static final double FULL = 90;

  /// Tints of ink; darker means surer.
  private static final List<String> TINTS =
      List.of("#17262E", "#4F5D64", "#8E9AA0", "#C3C9CC", "#E6E3DA");

  private final Page page;
  private final Demand demand;
  private final MeasuringWorth worth;
  private final MeasureNames names;

  WorthSection(Page page, Demand demand, MeasuringWorth worth) {
    this.page = page;
    this.demand = demand;
    this.worth = worth;
    names = new MeasureNames(page.result.study());
  }

  void write(Html html) {
    html.raw("<h2 id='measure'>").raw(Html.escape(page.say("measure"))).raw("</h2>\n");
    for (Unmeasured one : worth.unmeasured()) {
      html.element("p", names.sentence(one, page.words));
    }
    html.element("p", lead());
    worth.answer(MeasuringWorth.Question.DEMAND).ifPresent(a -> html.raw(table(a, a.first())));
    worth
        .answer(MeasuringWorth.Question.BEYOND)
        .filter(a -> !a.first().isEmpty())
        .ifPresent(a -> beyond(html, a));
    if (!worth.answers().isEmpty()) {
      html.element(
          "p class='note'",
          page.say(
              "measure.source",
              page.result.options().draws(),
              Figures.percent(worth.inputFloor()),
              Figures.percent(worth.placeFloor())));
    }
    rests(html);
  }

  private String lead() {
    List<MeasuringWorth.First> first =
        worth
            .answer(MeasuringWorth.Question.DEMAND)
            .map(MeasuringWorth.Answer::first)
            .orElse(List.of());
    if (first.isEmpty()) {
      return page.say("measure.none", page.result.options().draws());
    }
    Measurement best = worth.measurements().get(first.getFirst().measurement());
    return page.say(
        "measure.lead",
        names.what(best, page.words),
        names.where(best, page.words),
        Figures.percent(first.getFirst().share()),
        Figures.percent(first.getLast().left()));
  }

  private void beyond(Html html, MeasuringWorth.Answer answer) {
    html.element("h3", page.say("measure.beyond"));
    html.element("p", page.say("measure.beyond.sub"));
    html.raw(table(answer, answer.first().stream().limit(MOST_BEYOND).toList()));
  }

  private String table(MeasuringWorth.Answer answer, List<MeasuringWorth.First> first) {
    if (first.isEmpty()) {
      return "";
    }
    HtmlTable table =
        new HtmlTable(
            Stream.of("what", "where", "today", "share", "#gain", "narrows")
                .map(k -> k.startsWith("#") ? "#" + say(k.substring(1)) : say(k))
                .toList());
    for (int i = 0; i < first.size(); i++) {
      MeasuringWorth.First one = first.get(i);
      Measurement of = worth.measurements().get(one.measurement());
      table.row(
          List.of(
              "<b>" + (i + 1) + "</b>&ensp;" + Html.escape(names.what(of, page.words)),
              Html.escape(names.where(of, page.words)),
              of.mark().map(page::mark).orElse("") + Html.escape(names.today(of, page.words)),
              bar(one.share()),
              Figures.percent(one.gain()),
              Html.escape(narrows(answer, one))));
    }
    return table.toString();
  }

  private String say(String key) {
    return page.say("measure." + key);
  }

  private String narrows(MeasuringWorth.Answer answer, MeasuringWorth.First one) {
    MeasuringWorth.Aim aim = answer.narrowed(one);
    return answer.question() == MeasuringWorth.Question.BEYOND
        ? aim.constituent()
        : page.say(
            "measure.narrowed",
            MeasureNames.of(aim, demand),
            Figures.two(aim.band(0)),
            Figures.with(Figures.two(aim.band(one.narrowing())), unit(aim.constituent())));
  }

  private String unit(String constituent) {
    boolean counts =
        page.constituents().stream().anyMatch(c -> c.id().equals(constituent) && c.unit().counts());
    return page.say(counts ? "unit.counts" : "unit.t_per_a");
  }

  private static String bar(double share) {
    return "<span class='bar'>"
        + svg(
            Text.format("<rect width='%s' height='10' fill='#E7E4DB'/>", Figures.px(FULL))
                + Text.format(
                    "<rect width='%s' height='10' fill='#0B5F73'/>",
                    Figures.px(FULL * StrictMath.min(1, share))))
        + Figures.percent(share)
        + "</span>";
  }

  private static String svg(String inside) {
    return Text.format(
        "<svg class='plain' viewBox='0 0 %s 10' aria-hidden='true'>%s</svg>",
        Figures.px(FULL), inside);
  }

  /// For each constituent the total first, then the units.
  private void rests(Html html) {
    List<RestRow> rows = new ArrayList<>(RestRow.of(demand, worth));
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(Comparator.comparing(r -> !r.isTotal()));
    List<RestRow> totals = rows.stream().filter(RestRow::isTotal).toList();
    RestRow most = Collections.max(totals, Comparator.comparingDouble(WorthSection::onItsMark));
    html.element("h3", page.say("rests"));
    html.element(
        "p",
        page.say(
            "rests.sub",
            most.constituent(),
            Figures.percent(onItsMark(most)),
            page.say("rests." + most.marks().mark().name().toLowerCase(Locale.ROOT))));
    List<String> heads =
        new ArrayList<>(List.of(page.say("rests.demand"), "#" + page.say("demand.cut"), ""));
    for (Quality quality : Quality.values()) {
      heads.add("#" + page.say("quality." + quality.name().toLowerCase(Locale.ROOT)));
    }
    HtmlTable table = new HtmlTable(heads);
    rows.forEach(row -> table.row(cells(row)));
    html.raw(table.folded(page, "demand_marks.csv", totals.size() + 4));
  }

  /// Share of the figures with the mark of the row.
  private static double onItsMark(RestRow row) {
    return row.marks().share(row.marks().mark());
  }

  private List<String> cells(RestRow row) {
    String name = row.isTotal() ? page.say("demand.all") : page.unit(row.unit());
    List<String> cells =
        new ArrayList<>(
            List.of(
                Html.escape(row.constituent() + ", " + name),
                Html.escape(Figures.with(Figures.two(row.cut_t_per_a()), unit(row.constituent()))),
                stack(row.marks())));
    for (Quality quality : Quality.values()) {
      double share = row.marks().share(quality);
      cells.add(share > 0 ? Figures.percent(share) : "0");
    }
    return cells;
  }

  private static String stack(Marks marks) {
    StringBuilder bars = new StringBuilder();
    double x = 0;
    for (Quality quality : Quality.values()) {
      double width = FULL * marks.share(quality);
      bars.append(
          Text.format(
              "<rect x='%s' width='%s' height='10' fill='%s'/>",
              Figures.px(x), Figures.px(width), TINTS.get(quality.ordinal())));
      x += width;
    }
    return "<span class='bar'>" + svg(bars.toString()) + "</span>";
  }
}
