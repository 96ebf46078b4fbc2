package org.tonle.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.explain.AddedPlaces;
import org.tonle.explain.AskedSource;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.report.chart.Layout.Mark;
import org.tonle.report.chart.Layout.Shape;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.TextWidth;

/// Downstream chart: what one source adds to the concentration of each place below it, beside all
/// of it and the limit.
public final class DownstreamChart {
  private static final double SIZE = 13;
  private static final int MOST = 10;

  private final Page page;
  private final AskedSource source;
  private final List<AddedPlaces.Row> rows;
  private final Season season;
  private final Constituent of;
  private final double width;

  DownstreamChart(
      Page page,
      AskedSource source,
      List<AddedPlaces.Row> rows,
      Season season,
      Constituent of,
      double width) {
    this.page = page;
    this.source = source;
    this.rows = rows;
    this.season = season;
    this.of = of;
    this.width = width;
  }

  /// What a source adds downstream of it, of one constituent in one season.
  public static Layout of(
      Page page, AskedSource source, int season, int constituent, double width) {
    return new DownstreamChart(
            page,
            source,
            new AddedPlaces(page.result, source).rows(season, constituent),
            page.result.concentrations().seasons().get(season),
            page.result.concentrations().constituents().get(constituent),
            width)
        .layout();
  }

  Layout layout() {
    List<AddedPlaces.Row> shown =
        rows.stream()
            .filter(r -> r.place().kind() != Place.Kind.NODE)
            .filter(r -> StrictMath.abs(r.share()) >= 0.005)
            .limit(MOST)
            .toList();
    double line = page.line(SIZE);
    boolean isNarrow = width < 600;
    double most = shown.stream().mapToDouble(AddedPlaces.Row::concentration).max().orElse(1);
    double limit =
        shown.stream()
            .flatMap(r -> r.verdict().stream())
            .mapToDouble(Verdict::limitOfMean)
            .max()
            .orElse(0);
    double high = StrictMath.max(most, StrictMath.min(limit, 2 * most));
    double words = shown.stream().mapToDouble(r -> TextWidth.of(name(r), SIZE)).max().orElse(0);
    double left = isNarrow ? 8 : StrictMath.min(words + 16, width * 0.45);
    double right =
        width
            - 18
            - 1.1 * shown.stream().mapToDouble(r -> TextWidth.of(figures(r), SIZE)).max().orElse(0);
    double row = isNarrow ? 2 * line + 10 : line + 14;
    double k = high > 0 ? (right - left) / high : 0;
    List<Mark> marks = new ArrayList<>();
    List<Layout.Label> labels = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      AddedPlaces.Row one = shown.get(i);
      double y = 8 + i * row + (isNarrow ? line : 0);
      double text = y + SIZE;
      if (isNarrow) {
        labels.add(new Layout.Label(name(one), left, y - 5, "start", SIZE, ""));
      } else {
        labels.add(new Layout.Label(name(one), left - 8, text, "end", SIZE, ""));
      }
      bar(marks, "whole", left, y, one.concentration() * k);
      bar(marks, "added", left, y, one.added() * k);
      one.verdict()
          .map(Verdict::limitOfMean)
          .filter(l -> l > 0 && l <= high)
          .ifPresent(
              l ->
                  marks.add(
                      new Mark(
                          Shape.LINE,
                          "limit",
                          "",
                          List.of(left + l * k, y - 3, left + l * k, y + 19),
                          0,
                          "")));
      double after = left + StrictMath.max(one.concentration(), 0) * k + 6;
      labels.add(new Layout.Label(figures(one), after, text, "start", SIZE, "strong halo"));
    }
    double height = 8 + shown.size() * row + (isNarrow ? line : 0) + 6;
    return new Layout(
        PictureName.of("downstream", PictureName.of(source.names(), source.id())),
        page.words.language(),
        title(),
        subtitle(),
        title() + " · " + subtitle(),
        width,
        height,
        marks,
        List.of(),
        labels,
        table());
  }

  private static void bar(List<Mark> marks, String style, double left, double y, double wide) {
    if (wide > 0) {
      marks.add(new Mark(Shape.RECT, style, "", List.of(left, y, wide, 16.0), 0, ""));
    }
  }

  private static String figures(AddedPlaces.Row row) {
    return Figures.two(row.added()) + " / " + Figures.two(row.concentration());
  }

  private String name(AddedPlaces.Row row) {
    String name = Page.brief(page.place(row.place()));
    return Double.isNaN(row.distance_km())
        ? name
        : name + page.say("comma") + page.say("length", Figures.two(row.distance_km()));
  }

  private String title() {
    double share = rows.stream().mapToDouble(AddedPlaces.Row::share).max().orElse(0);
    long half = rows.stream().filter(r -> r.share() >= 0.1).count();
    return page.say(
        "downstream.title",
        source.names().in(page.words.language()),
        of.id(),
        Figures.percent(share),
        half);
  }

  private String subtitle() {
    return page.constituent(of.id())
        + page.say("comma")
        + of.unit().symbol()
        + " · "
        + page.season(season)
        + " · "
        + page.say("downstream.reading");
  }

  private Layout.Table table() {
    List<List<String>> cells = new ArrayList<>();
    for (AddedPlaces.Row row : rows) {
      cells.add(
          List.of(
              page.place(row.place()),
              Double.isNaN(row.distance_km()) ? "" : Figures.two(row.distance_km()),
              Figures.two(row.added()),
              Figures.two(row.concentration()),
              Figures.percent(row.share()),
              row.verdict().map(v -> Figures.two(v.limitOfMean())).orElse("")));
    }
    return new Layout.Table(
        List.of(
            page.say("place"),
            "#km",
            "#" + page.say("downstream.adds") + " " + of.unit().symbol(),
            "#" + page.say("downstream.all"),
            "#" + page.say("downstream.share"),
            "#" + page.say("profile.limit_head")),
        cells);
  }
}
