package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.convert.Tie;
import org.tonle.export.map.SourceColours;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.TextWidth;

/// Cause chart: bars of the categories that make up one concentration. Each begins where the one
/// above ends, so that the eye adds them up to the last bar, the concentration itself.
public final class CauseChart {
  /// Width of a chart beside a map.
  public static final double WIDTH = 430;

  private static final double LEFT = 8;
  private static final double BAR = 14;

  /// Rows of categories; the others are named and summed in one more.
  private static final int MOST = 7;

  /// A limit this many times above the concentration is not drawn.
  private static final double FAR = 2;

  private static final double LEAST_SHARE = 0.001;

  private final Page page;
  private final Apportionment of;
  private final double allowed;
  private final Plot plot;
  private final List<Part> parts = new ArrayList<>();

  /// Part of the concentration.
  ///
  /// @param band over the draws, "" without any
  private record Part(String name, String colour, double central, String band) {}

  /// @param allowed what the limit allows, in the unit of the parts; NaN without a limit
  public CauseChart(Page page, Apportionment of, double allowed, double width) {
    this.page = page;
    this.of = of;
    this.allowed = allowed;
    plot = new Plot(page.words, width);
    List<Contribution> all =
        of.by(Grouping.CATEGORY).stream()
            .filter(c -> StrictMath.abs(c.share()) >= LEAST_SHARE)
            .toList();
    int shown = all.size() > MOST ? MOST - 1 : all.size();
    all.subList(0, shown)
        .forEach(
            c -> parts.add(new Part(name(c), SourceColours.of(c.key()), c.central(), band(c))));
    if (shown < all.size()) {
      List<Contribution> rest = all.subList(shown, all.size());
      String names = String.join(page.say("list"), rest.stream().map(this::name).toList());
      double sum = rest.stream().mapToDouble(Contribution::central).sum();
      parts.add(new Part(names, SourceColours.of(""), sum, ""));
    }
  }

  private String name(Contribution part) {
    return page.say("category." + part.key());
  }

  /// Band of a part; there is none without draws.
  private String band(Contribution part) {
    return of.drawCount() == 0
        ? ""
        : Figures.two(part.p5()) + page.say("profile.to") + Figures.two(part.p95());
  }

  /// Name of the picture, and of the place in the page where it stands.
  public static String name(Apportionment of) {
    return PictureName.of("cause", PictureName.of(of.place()), of.constituent().id());
  }

  public String title() {
    return page.saySeason(
        of.isShortfall() ? "cause.shortfall" : "cause.title",
        page.place(of.place()),
        page.season(of.season()),
        of.constituent().id(),
        total());
  }

  private String total() {
    return Figures.two(of.total()) + " " + of.constituent().unit().symbol();
  }

  public Layout layout() {
    double high = StrictMath.max(of.total(), 0);
    double end = 0;
    for (Part part : parts) {
      end += part.central();
      high = StrictMath.max(high, end);
    }
    boolean isLimited = Tie.isAbove(allowed, 0) && !Tie.isAbove(allowed, FAR * of.total());
    high = isLimited ? StrictMath.max(high, allowed) : high;
    ValueScale scale = ValueScale.linear(high, plot.width - LEFT, LEFT);
    double line = plot.line(Plot.SIZE);
    double step = line + BAR + 8;
    double y = 4;
    double at = 0;
    for (Part part : parts) {
      words(part.name(), figures(part), y, "");
      double from = scale.px(StrictMath.min(at, at + part.central()));
      double to = scale.px(StrictMath.max(at, at + part.central()));
      String tip = part.name() + " " + figures(part);
      plot.rect("part", part.colour(), from, y + line + 2, to - from, BAR, tip);
      at += part.central();
      plot.line("lead", scale.px(at), y + line + 2 + BAR, scale.px(at), y + step + line + 2);
      y += step;
    }
    String band = band(of.all());
    words(
        page.say("cause.all"), "= " + total() + (band.isEmpty() ? "" : " · " + band), y, "strong");
    plot.rect("sum", LEFT, y + line + 2, scale.px(of.total()) - LEFT, BAR, total());
    double bottom = y + line + 2 + BAR;
    double height = bottom + 10;
    if (isLimited) {
      for (double bar = 4 + line; bar < bottom; bar += step) {
        plot.line("limit", scale.px(allowed), bar - 1, scale.px(allowed), bar + BAR + 1);
      }
      height = limit(scale.px(allowed), bottom + line + 2) + 8;
    }
    String subtitle = page.constituent(of.constituent().id());
    return plot.layout(name(of), title(), subtitle, sentence(), height, table());
  }

  private double limit(double x, double y) {
    String says =
        page.say("cause.allowed", Figures.two(allowed) + " " + of.constituent().unit().symbol());
    double half = TextWidth.of(says, Plot.SIZE) / 2 + 2;
    double middle = StrictMath.clamp(x, half, StrictMath.max(half, plot.width - half));
    plot.writing.put(says, middle, y, "middle", Plot.SIZE, "limitwords");
    return y;
  }

  /// Name at the left and figures at the right of one line, or figures without what does not fit.
  private void words(String name, String figures, double top, String style) {
    double y = top + 0.8 * plot.line(Plot.SIZE);
    double room = plot.width - 2 * LEFT - TextWidth.of(name, Plot.SIZE) - 10;
    String fitting = figures;
    while (TextWidth.of(fitting, Plot.SIZE) > room && fitting.lastIndexOf(" · ") > 0) {
      fitting = fitting.substring(0, fitting.lastIndexOf(" · "));
    }
    plot.writing.put(name, LEFT, y, "start", Plot.SIZE, (style + " halo").strip());
    plot.writing.put(fitting, plot.width - LEFT, y, "end", Plot.SIZE, (style + " halo").strip());
  }

  private String figures(Part part) {
    String plain =
        Figures.percent(part.central() / of.total()) + " · " + Figures.two(part.central());
    return part.band().isEmpty() ? plain : plain + " · " + part.band();
  }

  /// The finding with its largest part, and what the limit allows.
  private String sentence() {
    String says = title();
    if (!parts.isEmpty()) {
      Part first = parts.getFirst();
      String share = Figures.percent(first.central() / of.total());
      says += page.say("comma") + page.say("cause.first", first.name(), share);
    }
    String unit = " " + of.constituent().unit().symbol();
    return allowed > 0
        ? says + page.say("comma") + page.say("cause.allowed", Figures.two(allowed) + unit)
        : says;
  }

  private Layout.Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (Part part : parts) {
      rows.add(
          List.of(
              part.name(),
              Figures.two(part.central()),
              Figures.percent(part.central() / of.total()),
              part.band()));
    }
    rows.add(
        List.of(
            page.say("cause.all"), Figures.two(of.total()), Figures.percent(1), band(of.all())));
    return new Layout.Table(
        List.of(
            page.say("source"),
            "#" + of.constituent().unit().symbol(),
            "#" + page.say("share"),
            "#" + page.say("profile.range")),
        rows);
  }
}
