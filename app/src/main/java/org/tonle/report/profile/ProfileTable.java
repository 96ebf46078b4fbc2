package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.report.chart.Layout;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Profile table: the stretches of the river with their figures, and between them what enters.
final class ProfileTable {
  private final River river;
  private final RiverEntries entries;
  private final Page page;

  /// Row at a position along the river.
  private record Row(double at, List<String> cells) {}

  ProfileTable(River river, RiverEntries entries) {
    this.river = river;
    this.entries = entries;
    page = river.page;
  }

  Layout.Table table() {
    List<Row> rows = new ArrayList<>();
    river.stem.stretches().forEach(one -> rows.add(stretch(one)));
    for (RiverEntries.Tributary one : entries.tributaries()) {
      String key = one.joins() ? "profile.joins" : "profile.leaves";
      String flow = page.say("profile.discharge", Figures.two(one.discharge_m3_per_s()));
      rows.add(new Row(one.at() - 1e-9, List.of("", page.say(key, one.name()), "", "", "", flow)));
    }
    for (RiverEntries.Outfall one : entries.outfalls()) {
      String load = entries.load(one);
      rows.add(
          new Row(
              one.at() - 1e-9,
              List.of("", page.say("profile.outfall", one.name()), "", "", "", load)));
    }
    for (River.Measured one : river.measured()) {
      String value = Figures.two(one.of().observation().value());
      rows.add(
          new Row(
              one.at(),
              List.of(
                  "",
                  page.say(
                      "profile.measured", value, one.of().observation().provenance().reference()),
                  "",
                  "",
                  "",
                  "")));
    }
    rows.sort(Comparator.comparingDouble(Row::at));
    List<String> heads =
        List.of(
            "#" + page.say("profile.km", "").strip(),
            page.say("place"),
            "#" + river.of.id() + " " + river.of.unit().symbol(),
            "#" + page.say("profile.range"),
            "#" + page.say("profile.limit_head"),
            "#" + page.say("profile.enters"));
    return new Layout.Table(heads, rows.stream().map(Row::cells).toList());
  }

  private Row stretch(Stem.Stretch one) {
    String km = one.isLake() ? "" : Figures.given(StrictMath.rint(10 * one.start_km()) / 10);
    if (!river.isJudged(one)) {
      return new Row(
          one.start(), List.of(km, page.place(one.place()), page.say("no_flow"), "", "", ""));
    }
    String range =
        Figures.two(river.value(Statistic.P5, one))
            + " – "
            + Figures.two(river.value(Statistic.P95, one));
    String limit =
        river
            .verdict(one)
            .map(Verdict::limitOfMean)
            .filter(l -> !Double.isNaN(l))
            .map(Figures::two)
            .orElse("");
    return new Row(
        one.start(),
        List.of(
            km,
            page.place(one.place()),
            Figures.two(river.value(Statistic.P50, one)),
            page.result.options().draws() > 0 ? range : "",
            limit,
            ""));
  }
}
