package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.report.chart.Layout;
import org.tonle.report.chart.Layout.Mark;
import org.tonle.report.chart.Layout.Shape;
import org.tonle.report.chart.ValueScale;
import org.tonle.report.chart.Writing;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.TextWidth;

/// Long profile of a river: one constituent in one season from source to sea, with its band, the
/// limit, the class, every outfall, the rivers that join, and what was measured.
final class ProfileChart {
  private static final double SIZE = 13;
  private static final double TOP = 34;
  private static final double BOTTOM = 250;
  private static final double CLASS = 262;
  private static final double CLASS_HEIGHT = 14;
  private static final int SMALL_PICTURE = 600;

  /// A band this many times above the highest median is drawn by powers of ten.
  private static final double WIDE = 4;

  private static final double MARGIN = 22;

  private final River river;
  private final Optional<River> turned;
  private final RiverEntries entries;
  private final Page page;
  private final double width;
  private final Writing writing;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Layout.Tick> ticks = new ArrayList<>();
  private final KmScale km;
  private final ValueScale values;
  private final double left;

  /// @param turned the same river in a season in which a part of it flows backwards
  /// @param width of the picture; a narrow one has fewer labels
  ProfileChart(River river, Optional<River> turned, Stems stems, double width) {
    this.river = river;
    this.turned = turned;
    this.width = width;
    page = river.page;
    entries = new RiverEntries(river, stems);
    writing = new Writing(width, page.words.language());
    left = width < SMALL_PICTURE ? 46 : 58;
    List<Double> outfalls = entries.outfalls().stream().map(RiverEntries.Outfall::at).toList();
    km = KmScale.of(river.stem.length(), outfalls, left, width - MARGIN);
    values = scale();
  }

  private ValueScale scale() {
    double high = 0;
    double low = Double.POSITIVE_INFINITY;
    double limit = 0;
    for (Stem.Stretch one : river.stem.stretches()) {
      if (river.isJudged(one)) {
        high = StrictMath.max(high, river.value(Statistic.P95, one));
        double least = river.value(Statistic.P5, one);
        low = least > 0 ? StrictMath.min(low, least) : low;
      }
      double own = river.verdict(one).map(Verdict::limitOfMean).orElse(Double.NaN);
      limit = own > 0 ? StrictMath.max(limit, own) : limit;
    }
    double median = 0;
    for (Stem.Stretch one : river.stem.stretches()) {
      median = StrictMath.max(median, river.isJudged(one) ? river.value(Statistic.P50, one) : 0);
    }
    boolean isWide = high > WIDE * median && low < high && !river.of.isOxygen();
    if (high > 0 && (river.of.unit().counts() || isWide)) {
      double least = StrictMath.max(StrictMath.min(low, high), high * 1e-8);
      return ValueScale.powers(
          limit > 0 ? StrictMath.min(least, limit) : least,
          StrictMath.max(high, limit),
          TOP,
          BOTTOM);
    }
    double most = StrictMath.max(WIDE * median, 1.25 * limit);
    return ValueScale.linear(StrictMath.min(1.05 * StrictMath.max(high, limit), most), TOP, BOTTOM);
  }

  Layout layout() {
    ground();
    band();
    limits();
    turned.ifPresent(this::thin);
    line(river, "profile");
    classes();
    measured();
    valueAxis();
    distances();
    arrows();
    double height = new EntryLane(entries, page, km, writing, marks, width).draw();
    return new Layout(
        name(),
        page.words.language(),
        title(),
        subtitle(),
        sentence(),
        width,
        height,
        marks,
        ticks,
        writing.labels(),
        new ProfileTable(river, entries).table());
  }

  /// The stretched part, and lakes, as shaded grounds.
  private void ground() {
    for (Stem.Stretch one : river.stem.stretches()) {
      if (one.isLake()) {
        double x = km.px(one.start());
        rect("lakeground", x, TOP, km.px(one.end()) - x, BOTTOM - TOP, page.place(one.place()));
        double middle = (km.px(one.start()) + km.px(one.end())) / 2;
        writing.fits(
            Page.brief(page.place(one.place())), middle, TOP - 8, "middle", SIZE, "strong");
      }
    }
    if (km.isStretched()) {
      for (double at : new double[] {km.from(), km.to()}) {
        line("breakline", km.px(at), TOP - 4, km.px(at), BOTTOM + 40);
      }
      String words = page.say("profile.stretched", Figures.two(km.factor()));
      double middle = (km.px(km.from()) + km.px(km.to())) / 2;
      writing.fits(words, middle, TOP - 10, "middle", SIZE, "quiet");
    }
    names();
  }

  /// Names of the rivers at the top, where they begin.
  private void names() {
    String last = "";
    for (Stem.Stretch one : river.stem.stretches()) {
      if (!one.isLake() && !one.river().equals(last)) {
        double x = km.px(one.start()) + 4;
        writing.fits(one.river(), x, TOP + SIZE, "start", SIZE, "river");
        last = one.river();
      }
    }
  }

  private void band() {
    List<Double> upper = new ArrayList<>();
    List<Double> lower = new ArrayList<>();
    for (Stem.Stretch one : river.stem.stretches()) {
      if (!river.isJudged(one)) {
        flush(upper, lower);
        continue;
      }
      for (double[] point : river.course(Statistic.P95, one)) {
        upper.addAll(List.of(km.px(point[0]), values.px(point[1])));
      }
      for (double[] point : river.course(Statistic.P5, one)) {
        lower.addAll(List.of(km.px(point[0]), values.px(point[1])));
      }
    }
    flush(upper, lower);
  }

  private void flush(List<Double> upper, List<Double> lower) {
    if (!upper.isEmpty()) {
      List<Double> around = new ArrayList<>(upper);
      for (int i = lower.size() - 2; i >= 0; i -= 2) {
        around.add(lower.get(i));
        around.add(lower.get(i + 1));
      }
      marks.add(new Mark(Shape.AREA, "profileband", "", around, 0, ""));
    }
    upper.clear();
    lower.clear();
  }

  private void line(River of, String style) {
    List<Double> points = new ArrayList<>();
    for (Stem.Stretch one : of.stem.stretches()) {
      if (of.isJudged(one)) {
        for (double[] point : of.course(Statistic.P50, one)) {
          points.addAll(List.of(km.px(point[0]), values.px(point[1])));
        }
      } else if (!points.isEmpty()) {
        marks.add(new Mark(Shape.LINE, style, "", points, 0, ""));
        points.clear();
      }
    }
    if (!points.isEmpty()) {
      marks.add(new Mark(Shape.LINE, style, "", points, 0, ""));
    }
  }

  /// The season in which the river turns, as a thin line with its name where there is room.
  private void thin(River other) {
    line(other, "profilethin");
    String words = Page.brief(page.season(other.season));
    List<Stem.Stretch> all = other.stem.stretches();
    for (int i = all.size() - 1; i >= 0; i--) {
      Stem.Stretch one = all.get(i);
      double y = values.px(other.course(Statistic.P50, one).getLast()[1]);
      double own = values.px(river.course(Statistic.P50, one).getLast()[1]);
      boolean isApart = StrictMath.abs(y - own) > SIZE;
      double x = km.px(one.end()) - 4;
      if (other.isJudged(one)
          && isApart
          && writing.fits(words, x, y - 6, "end", SIZE, "thinwords halo")) {
        return;
      }
    }
  }

  private void limits() {
    Set<String> said = new HashSet<>();
    for (Stem.Stretch one : river.stem.stretches()) {
      Optional<Verdict> verdict = river.verdict(one);
      if (verdict.isPresent() && verdict.get().limitOfMean() > 0) {
        double value = verdict.get().limitOfMean();
        boolean isAbove = !values.isOfPowers() && value > values.high();
        double y = values.px(value);
        if (!isAbove) {
          line("limit", km.px(one.start()), y, km.px(one.end()), y);
          String words = limit(verdict.get());
          if (!said.contains(words) && limitWords(verdict.get(), one, y)) {
            said.add(words);
          }
        }
      }
    }
  }

  /// Writes the words of a limit on its own stretch, in full or as a figure.
  private boolean limitWords(Verdict v, Stem.Stretch one, double y) {
    double start = km.px(one.start()) + 4;
    double end = km.px(one.end()) - 2;
    String style = "limitwords halo";
    String words = limit(v);
    String sign = v.limit().statistic().isMinimum() ? "≥ " : "≤ ";
    String brief = sign + Figures.two(v.limitOfMean());
    return writing.fits(words, start, y - 5, "start", SIZE, style)
        || writing.fits(words, start, y + SIZE + 2, "start", SIZE, style)
        || writing.fits(words, end, y - 5, "end", SIZE, style)
        || writing.fits(brief, start, y - 5, "start", SIZE, style)
        || writing.fits(brief, start, y + SIZE + 2, "start", SIZE, style);
  }

  private String limit(Verdict v) {
    boolean isPlain = Figures.given(v.limit().value()).equals(Figures.given(v.limitOfMean()));
    String law = page.limitName(v);
    String unit = river.of.unit().symbol();
    return isPlain
        ? page.say("profile.limit", law, Page.limit(v), unit)
        : page.say("profile.limit_of_mean", law, Page.limit(v), Figures.two(v.limitOfMean()), unit);
  }

  private void classes() {
    List<Page.Judge> judges =
        page.judges().stream().filter(j -> j.constituent().equals(river.of.id())).toList();
    double right = km.px(river.stem.length());
    writing.keepClear(left, CLASS - 2, right, CLASS + CLASS_HEIGHT + 2);
    for (Stem.Stretch one : river.stem.stretches()) {
      double x = km.px(one.start());
      double wide = km.px(one.end()) - x;
      if (!judges.isEmpty()) {
        Page.Judge judge = judges.getFirst();
        WaterClass found =
            page.classOf(judge, one.place().kind(), one.place().id(), river.season.id());
        int colour = found == null ? 0 : page.colour(judge.standard(), found.rank());
        String name = found == null ? "" : page.className(judge.standard(), found.rank());
        rect("f" + colour, x, CLASS, wide, CLASS_HEIGHT, page.place(one.place()) + " " + name);
        numeral(name, found == null ? 0 : found.rank(), x, wide);
      }
      if (river.isOver(one)) {
        rect("overmark", x, CLASS + CLASS_HEIGHT + 2, wide, 4, page.say("profile.over"));
      }
    }
    if (!judges.isEmpty()) {
      double y = CLASS + CLASS_HEIGHT - 1;
      writing.put(page.say("profile.class"), left - 6, y, "end", SIZE - 1, "quiet");
    }
  }

  /// The name of a class on its stretch where there is room.
  private void numeral(String name, int rank, double x, double wide) {
    double size = SIZE - 2;
    if (!name.isEmpty() && TextWidth.of(name, size) + 6 < wide) {
      String style = rank == 3 ? "strong" : "strong onclass";
      double y = CLASS + CLASS_HEIGHT - 3;
      writing.put(name, x + wide / 2, y, "middle", size, style);
    }
  }

  private void measured() {
    for (River.Measured one : river.measured()) {
      double value = one.of().observation().value();
      double x = km.px(one.at());
      boolean isBeyond = !values.isOfPowers() && value > values.high();
      double y = isBeyond ? TOP + 4 : values.px(value);
      String style = one.of().covered() ? "dot" : "dot out";
      String words = Figures.two(value) + (isBeyond ? " ↑" : "");
      marks.add(
          new Mark(
              Shape.DISC,
              style,
              "",
              List.of(x, y),
              4.5,
              page.say(
                  "profile.measured", words, one.of().observation().provenance().reference())));
      writing.keepClear(x - 6, y - 6, x + 6, y + 6);
      if (!writing.fits(words, x + 9, y + 4, "start", SIZE, "strong halo")) {
        writing.fits(words, x - 9, y + 4, "end", SIZE, "strong halo");
      }
    }
  }

  private void valueAxis() {
    for (double value : values.ticks()) {
      double y = values.px(value);
      marks.addFirst(new Mark(Shape.LINE, "grid", "", List.of(left, y, width - MARGIN, y), 0, ""));
      String words = value >= 1e5 && values.isOfPowers() ? power(value) : Figures.two(value);
      writing.put(words, left - 6, y + 4, "end", SIZE - 1, "quiet");
      ticks.add(new Layout.Tick("y", y, value, words));
    }
    writing.put(river.of.unit().symbol(), 2, 14, "start", SIZE, "quiet");
  }

  private static String power(double value) {
    long digits = StrictMath.round(StrictMath.log10(value));
    StringBuilder raised = new StringBuilder("10");
    for (char c : Long.toString(digits).toCharArray()) {
      raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return raised.toString();
  }

  private void distances() {
    double all_km = river.stem.length_km();
    double step = step(all_km, width < SMALL_PICTURE ? 4 : 9);
    double y = CLASS + CLASS_HEIGHT + 22;
    for (int i = 0; i * step <= all_km; i++) {
      distance(i * step, y);
    }
    double fine = step(all_km / km.factor(), width < SMALL_PICTURE ? 4 : 9);
    for (int i = 0; km.isStretched() && i * fine <= all_km; i++) {
      double at = river.stem.at(i * fine);
      if (at >= km.from() && at <= km.to()) {
        distance(i * fine, y);
      }
    }
  }

  private void distance(double at_km, double y) {
    double x = km.px(river.stem.at(at_km));
    String words = at_km == 0 ? page.say("profile.km", "0") : Figures.given(at_km);
    if (writing.fits(words, x, y, "middle", SIZE - 1, "quiet")) {
      line("axis", x, y - SIZE - 1, x, y - SIZE + 3);
      ticks.add(new Layout.Tick("x", x, at_km, words));
    }
  }

  /// A round distance that divides the river into at most `most` parts.
  private static double step(double length, int most) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(length / most)));
    for (double factor : new double[] {1, 2, 5}) {
      if (length / (factor * power) <= most) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /// Arrows where the water flows against the drawing, and words where it does not flow.
  private void arrows() {
    double last = Double.NEGATIVE_INFINITY;
    boolean isSaid = false;
    for (Stem.Stretch one : river.stem.stretches()) {
      double middle = (km.px(one.start()) + km.px(one.end())) / 2;
      FlowState state = river.state(one);
      if (state == FlowState.BACKWARD && middle - last > 26) {
        double y = BOTTOM - 8;
        marks.add(
            new Mark(
                Shape.LINE,
                "backarrow",
                "",
                List.of(middle + 5, y - 5, middle - 5, y, middle + 5, y + 5),
                0,
                page.say("profile.backwards")));
        last = middle;
        isSaid =
            isSaid
                || writing.fits(
                    page.say("profile.backwards"), middle, y - 9, "middle", SIZE, "strong halo");
      } else if (!river.isJudged(one)) {
        writing.fits(page.say("no_flow"), middle, BOTTOM - 10, "middle", SIZE, "quiet halo");
      }
    }
  }

  private void rect(String style, double x, double y, double wide, double high, String tip) {
    marks.add(new Mark(Shape.RECT, style, "", List.of(x, y, wide, high), 0, tip));
  }

  private void line(String style, double x1, double y1, double x2, double y2) {
    marks.add(new Mark(Shape.LINE, style, "", List.of(x1, y1, x2, y2), 0, ""));
  }

  /// By the river at the source.
  String name() {
    Place source = river.stem.stretches().getFirst().place();
    String id = PictureName.of(source.id());
    String whole = PictureName.of(source);
    boolean hasId = whole.endsWith("-" + id);
    return PictureName.of(
        "profile", hasId ? whole.substring(0, whole.length() - id.length()) : whole);
  }

  String title() {
    Stem.Stretch worst = worst();
    String name = String.join(page.say("profile.to"), river.stem.rivers(worst.place()));
    double over_km = river.over_km();
    double all_km = river.stem.length_km();
    if (over_km > 0) {
      return page.say(
          river.of.isOxygen() ? "profile.below" : "profile.title",
          name,
          river.of.id(),
          Figures.two(over_km),
          Figures.two(all_km),
          Figures.two(river.excess(worst)),
          page.place(worst.place()));
    }
    if (river.isOver(worst)) {
      return page.say(
          "profile.in_lake",
          name,
          river.of.id(),
          page.place(worst.place()),
          Figures.two(river.excess(worst)));
    }
    boolean hasLimit =
        river.stem.stretches().stream().anyMatch(one -> river.verdict(one).isPresent());
    return page.say(
        hasLimit ? "profile.within" : "profile.plain", name, river.of.id(), Figures.two(all_km));
  }

  /// The stretch that is furthest over its limit; without limits the one with most.
  private Stem.Stretch worst() {
    Stem.Stretch worst = river.stem.stretches().getFirst();
    for (Stem.Stretch one : river.stem.stretches()) {
      worst = river.excess(one) > river.excess(worst) ? one : worst;
    }
    return worst;
  }

  private String subtitle() {
    String law = river.standard();
    List<String> parts = new ArrayList<>();
    parts.add(page.constituent(river.of.id()) + page.say("comma") + river.of.unit().symbol());
    parts.add(page.season(river.season));
    if (!law.isEmpty()) {
      parts.add(page.law(law));
    }
    parts.add(page.say(page.result.options().draws() > 0 ? "profile.band" : "profile.central"));
    turned.ifPresent(t -> parts.add(page.say("profile.thin", Page.brief(page.season(t.season)))));
    return String.join(" · ", parts);
  }

  private String sentence() {
    return title() + " · " + subtitle();
  }
}
