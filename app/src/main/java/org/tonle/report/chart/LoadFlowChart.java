package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Constituent;
import org.tonle.report.chart.Layout.Mark;
import org.tonle.report.chart.Layout.Shape;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.TextWidth;

/// Load flow chart: where a constituent comes from and where it goes, as flows from left to right.
public final class LoadFlowChart {
  private static final double TOP = 12;
  private static final double HEIGHT = 300;
  private static final double GAP = 10;
  private static final double BAR = 10;

  /// Width of bold letters over that of others.
  private static final double BOLD = 1.12;

  private static final int SMALL_PICTURE = 600;
  private static final List<String> ENDS =
      List.of("flow.removed", "flow.retained", "flow.delivered");

  private final Page page;
  private final Constituent constituent;
  private final LoadFlows loads;
  private final Plot plot;
  private final double[] ends;
  private final double all;
  private final double side;

  /// @param width of the picture; a narrow one breaks its words
  public LoadFlowChart(Page page, Constituent constituent, double width) {
    this.page = page;
    this.constituent = constituent;
    loads = new LoadFlows(page, constituent);
    plot = new Plot(page.words, width);
    ends = loads.ends();
    all = loads.all();
    side = width * (width < SMALL_PICTURE ? 0.3 : 0.27);
  }

  public boolean isEmpty() {
    return !(all > 0);
  }

  private String unit() {
    return constituent.unit().counts() ? page.say("unit.counts") : page.say("unit.t_per_a");
  }

  private String load(double value) {
    return Figures.with(Figures.two(value), unit());
  }

  public Layout layout() {
    List<Said> left = new ArrayList<>();
    loads.flows.forEach(f -> left.add(said(f.name(), List.of(load(f.sum())))));
    List<Said> right = new ArrayList<>();
    for (int e = 0; e < LoadFlows.ENDS; e++) {
      List<String> figures = List.of(load(ends[e]), Figures.percent(ends[e] / all));
      boolean isNarrow = plot.width < SMALL_PICTURE;
      right.add(
          said(page.say(ENDS.get(e)), isNarrow ? figures : List.of(String.join(" · ", figures))));
    }
    double scale = (HEIGHT - GAP * StrictMath.max(left.size() - 1, 2)) / all;
    double from = 16 + widest(left);
    double to = plot.width - 16 - widest(right) - BAR;
    double[] at = new double[LoadFlows.ENDS];
    double y = TOP;
    for (int e = 0; e < LoadFlows.ENDS; e++) {
      double row = StrictMath.max(ends[e] * scale, tall(right.get(e)));
      at[e] = y + (row - ends[e] * scale) / 2;
      bar("", at[e], to, ends[e] * scale, load(ends[e]));
      words(right.get(e), to + BAR + 8, y + row / 2, "start");
      y += row + GAP;
    }
    double bottom = y;
    y = TOP;
    for (int i = 0; i < left.size(); i++) {
      LoadFlows.Flow flow = loads.flows.get(i);
      double row = StrictMath.max(flow.sum() * scale, tall(left.get(i)));
      double top = y + (row - flow.sum() * scale) / 2;
      bar(flow.colour(), top, from, flow.sum() * scale, flow.name());
      flows(flow, top, at, new double[] {from + BAR, to, scale});
      words(left.get(i), from - 8, y + row / 2, "end");
      y += row + GAP;
    }
    return plot.layout(
        PictureName.of("load", constituent.id()),
        title(),
        page.constituent(constituent.id()) + page.say("comma") + unit(),
        title(),
        StrictMath.max(y, bottom),
        table());
  }

  /// Words of a bar: lines of its name and lines of its figures.
  private record Said(List<String> name, List<String> figures) {
    int lines() {
      return name.size() + figures.size();
    }

    double width() {
      double bold = name.stream().mapToDouble(l -> TextWidth.of(l, Plot.SIZE)).max().orElse(0);
      double plain = figures.stream().mapToDouble(l -> TextWidth.of(l, Plot.SIZE)).max().orElse(0);
      return StrictMath.max(BOLD * bold, 1.04 * plain);
    }
  }

  private Said said(String name, List<String> figures) {
    List<String> lines = new ArrayList<>();
    figures.forEach(f -> lines.addAll(plot.writing.broken(f, side, Plot.SIZE)));
    return new Said(plot.writing.broken(name, side / BOLD, Plot.SIZE), lines);
  }

  private static double widest(List<Said> all) {
    return all.stream().mapToDouble(Said::width).max().orElse(0);
  }

  private double tall(Said said) {
    return said.lines() * plot.line(Plot.SIZE);
  }

  private void words(Said said, double x, double middle, String anchor) {
    double y = middle - tall(said) / 2 + 0.78 * plot.line(Plot.SIZE);
    for (String line : said.name()) {
      plot.writing.put(line, x, y, anchor, Plot.SIZE, "strong");
      y += plot.line(Plot.SIZE);
    }
    for (String line : said.figures()) {
      plot.writing.put(line, x, y, anchor, Plot.SIZE, "quiet");
      y += plot.line(Plot.SIZE);
    }
  }

  private void bar(String colour, double y, double x, double tall, String tip) {
    plot.rect(colour.isEmpty() ? "sum" : "part", colour, x, y, BAR, tall, tip);
  }

  /// The flows of a category to the three ends, below those that have arrived there.
  ///
  /// @param at where each end is still free
  /// @param frame left, right and pixels per load
  private void flows(LoadFlows.Flow flow, double top, double[] at, double[] frame) {
    double bend = 0.42 * (frame[1] - frame[0]);
    double from = top;
    for (int e = 0; e < LoadFlows.ENDS; e++) {
      double wide = flow.parts()[e] * frame[2];
      if (wide > 0.05) {
        double a = from + wide / 2;
        double b = at[e] + wide / 2;
        List<Double> points =
            List.of(frame[0], a, frame[0] + bend, a, frame[1] - bend, b, frame[1], b);
        String tip = flow.name() + " → " + page.say(ENDS.get(e)) + " " + load(flow.parts()[e]);
        double size = StrictMath.max(wide, 0.4);
        plot.marks.add(new Mark(Shape.RIBBON, "flow", flow.colour(), points, size, tip));
      }
      from += wide;
      at[e] += wide;
    }
  }

  /// The finding in a sentence.
  public String title() {
    return page.say("flow.title", constituent.id(), load(all), Figures.percent(ends[2] / all));
  }

  private Layout.Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadFlows.Flow flow : loads.flows) {
      rows.add(row(flow.name(), flow.sum(), flow.parts()));
    }
    rows.add(row(page.say("flow.sum"), all, ends));
    List<String> heads = new ArrayList<>(List.of(page.say("source"), "#" + unit()));
    ENDS.forEach(e -> heads.add("#" + page.say(e)));
    return new Layout.Table(heads, rows);
  }

  private static List<String> row(String name, double sum, double[] parts) {
    return List.of(
        name,
        Figures.two(sum),
        Figures.two(parts[0]),
        Figures.two(parts[1]),
        Figures.two(parts[2]));
  }
}
