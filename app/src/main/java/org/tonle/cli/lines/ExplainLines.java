package org.tonle.cli.lines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.cause.Trace;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.convert.Text;
import org.tonle.explain.AddedPlaces;
import org.tonle.explain.Explanation;
import org.tonle.explain.LoadChain;
import org.tonle.explain.OutfallLoads;
import org.tonle.explain.Step;
import org.tonle.export.CauseNames;
import org.tonle.i18n.Words;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Names;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Explain lines: the chain behind one figure, and what a source adds downstream, as lines.
public final class ExplainLines {
  /// Largest number of places that are listed.
  private static final int MOST_PLACES = 40;

  /// Smaller shares of a loss are left out.
  private static final double LEAST_LOSS = 0.0005;

  private final Words words;
  private final CauseNames names;
  private final Study study;

  public ExplainLines(Study study, Words words) {
    this.study = study;
    this.words = words;
    names = new CauseNames(study);
  }

  /// The parts of a concentration, each with its chain.
  public List<String> of(Explanation explained) {
    Trace trace = explained.trace();
    Constituent of = trace.constituent();
    String place = name(trace.question().place());
    String season = season(trace.question().season());
    List<String> lines = new ArrayList<>();
    if (trace.total() == 0) {
      lines.add(words.text("explain.dry", place, season, of.id()));
      return lines;
    }
    String unit = of.unit().symbol();
    String key = of.isOxygen() ? "explain.shortfall" : "explain.concentration";
    lines.add(words.text(key, place, season, of.id(), plain(explained.shown()), unit));
    lines.add(words.text("explain.mean"));
    for (Explanation.Part part : explained.parts()) {
      lines.add("");
      String share = ConsoleTable.percent(part.added() / trace.total());
      lines.add(
          words.text("explain.part", title(part.what(), of), plain(part.shown()), unit, share));
      lines.addAll(steps(part.what(), trace));
    }
    lines.add("");
    lines.add(words.text("explain.sum", plain(explained.shown()), unit));
    return lines;
  }

  private String title(Explanation.What what, Constituent of) {
    return switch (what) {
      case Explanation.OfLoad load -> title(load.load().term());
      case Explanation.OtherLoads other -> words.text("explain.others", other.count());
      case Explanation.OfWater water -> {
        String name = water.water().flow().water();
        yield words.text("explain.water", name, node(water.water().flow().node()));
      }
      case Explanation.OtherWaters other -> words.text("explain.other_waters", other.count());
      case Explanation.Nature nature ->
          words.text(of.isOxygen() ? "explain.nature" : "explain.bed");
    };
  }

  private String title(LoadTerm term) {
    String source = names.source(term.source(), words);
    String named = source.equals(term.source()) ? source : source + " " + term.source();
    String path = term.path();
    if (path.isEmpty()) {
      return named;
    }
    String key = words.has("report.path." + path) ? "report.path." : "explain.path.";
    return words.text("explain.load", named, words.text(key + path));
  }

  private List<String> steps(Explanation.What what, Trace trace) {
    List<Line> lines = new ArrayList<>();
    switch (what) {
      case Explanation.OfLoad load -> load(load, trace, lines);
      case Explanation.OfWater water -> {
        Step q = water.discharge();
        lines.add(new Line(words.text("explain.step.discharge"), figure(q), where(q)));
        water.concentration().ifPresent(c -> lines.add(line(c, "")));
      }
      case Explanation.OtherLoads other -> {}
      case Explanation.OtherWaters other -> {}
      case Explanation.Nature nature -> {}
    }
    return text(lines);
  }

  private void load(Explanation.OfLoad load, Trace trace, List<Line> lines) {
    Trace.Load of = load.load();
    load.steps().forEach(s -> lines.add(line(s, node(of.term().entry().id()))));
    boolean isOther = !of.term().constituent().equals(trace.constituent().id());
    if (Double.isFinite(of.way().arriving())) {
      String unit = LoadChain.unit(trace.constituent());
      lines.add(
          new Line(
              words.text("explain.step.arrives"),
              "× " + ConsoleTable.percent(of.way().arriving()),
              lost(of.way())));
      lines.add(
          new Line(
              words.text("explain.step.arriving"),
              "= " + ConsoleTable.figure(of.arriving_kg_per_d()) + " " + unit,
              isOther
                  ? words.text("explain.becomes", of.term().constituent(), trace.constituent().id())
                  : ""));
      if (!isOther && Double.isFinite(trace.dilution_m3_per_s())) {
        String flow = ConsoleTable.figure(trace.dilution_m3_per_s()) + " m³/s";
        lines.add(new Line(words.text("explain.step.dilution"), "÷ " + flow, ""));
      }
    }
  }

  private String lost(Trace.Way way) {
    List<String> parts = new ArrayList<>();
    add(parts, "decayed", way.decayed());
    add(parts, "settled", way.settled());
    add(parts, "in_lakes", way.inLakes());
    add(parts, "elsewhere", way.elsewhere());
    String list = String.join(words.text("explain.list"), parts);
    String lost = parts.isEmpty() ? "" : words.text("explain.lost", list);
    return way.elsewhere() < -LEAST_LOSS
        ? (lost + " " + words.text("explain.gives_back")).strip()
        : lost;
  }

  private void add(List<String> parts, String key, double share) {
    if (share >= LEAST_LOSS) {
      parts.add(words.text("explain.lost." + key, ConsoleTable.percent(share)));
    }
  }

  /// Line of a step.
  ///
  /// @param where file and row, or a remark
  private record Line(String label, String figure, String where) {}

  private Line line(Step step, String node) {
    String label =
        step.kind() == Step.Kind.ENTERING
            ? words.text("explain.step.entering", node)
            : words.text("explain.step." + step.kind().id());
    return new Line(label, sign(step.kind()) + figure(step), where(step));
  }

  private static String sign(Step.Kind kind) {
    return switch (kind) {
      case PEOPLE, EMPLOYEES, PRODUCTION, WASTEWATER, HEADS, AREA, INPUT, MEASURED -> "";
      case GENERATED, ENTERING -> "= ";
      default -> "× ";
    };
  }

  private static String figure(Step step) {
    String figure =
        switch (step.kind()) {
          case PEOPLE, EMPLOYEES, HEADS -> Text.format("%,d", StrictMath.round(step.value()));
          case SHARE, TREATED, SPILT, PASSING, LEFT, DELIVERY -> ConsoleTable.percent(step.value());
          case GROWN, CHANGED, SEASON -> ConsoleTable.figure(step.value());
          default -> ConsoleTable.figure(step.value());
        };
    return step.unit().isEmpty() ? figure : figure + " " + step.unit();
  }

  private String where(Step step) {
    if (step.at().file().isEmpty()) {
      return "";
    }
    String row =
        step.at().row() == 0
            ? step.at().file()
            : words.text("explain.row", step.at().file(), step.at().row());
    String quality =
        words.text("report.quality." + step.provenance().quality().name().toLowerCase(Locale.ROOT));
    String reference = step.provenance().reference();
    return row + " · " + quality + (reference.isEmpty() ? "" : " · " + reference);
  }

  private static List<String> text(List<Line> lines) {
    List<String> figures =
        ConsoleTable.lines(lines.stream().map(l -> List.of(l.label, l.figure)).toList());
    int widest = figures.stream().mapToInt(ConsoleTable::width).max().orElse(0);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String room = " ".repeat(2 + widest - ConsoleTable.width(figures.get(i)));
      text.add(("  " + figures.get(i) + room + lines.get(i).where).stripTrailing());
    }
    return text;
  }

  /// The loads that a source puts into the water.
  public List<String> of(OutfallLoads loads) {
    Constituent of = loads.constituent();
    String source = named(loads.source().names(), loads.source().id());
    List<String> lines = new ArrayList<>();
    if (loads.loads().isEmpty()) {
      lines.add(words.text("explain.source.none", source, of.id()));
      return lines;
    }
    String unit = LoadChain.unit(of);
    String sum = plain(loads.shown());
    lines.add(words.text("explain.source", source, season(loads.season()), of.id(), sum, unit));
    loads
        .effluent()
        .ifPresent(
            o ->
                lines.add(
                    words.text(
                        "explain.effluent",
                        ConsoleTable.figure(o.concentration()),
                        of.unit().symbol())));
    for (OutfallLoads.Load load : loads.loads()) {
      String share = ConsoleTable.percent(load.load_kg_per_d() / loads.sum_kg_per_d());
      lines.add("");
      lines.add(words.text("explain.part", title(load.term()), plain(load.shown()), unit, share));
      String node = node(load.term().entry().id());
      lines.addAll(text(load.steps().stream().map(s -> line(s, node)).toList()));
    }
    lines.add("");
    lines.add(words.text("explain.sum", sum, unit));
    return lines;
  }

  /// What a source adds, place by place.
  public List<String> downstream(
      Names of, String id, Constituent constituent, String season, List<AddedPlaces.Row> rows) {
    String source = named(of, id);
    if (rows.isEmpty()) {
      return List.of(words.text("explain.downstream.none", source, constituent.id()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(words.text("explain.downstream", source, constituent.id(), season(season)));
    String unit = constituent.unit().symbol();
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            words.text("explain.head.place"),
            words.text("explain.head.distance"),
            words.text("explain.head.added") + " " + unit,
            words.text("explain.head.all"),
            words.text("explain.head.share"),
            words.text("explain.head.limit"),
            ""));
    for (AddedPlaces.Row row : rows.subList(0, StrictMath.min(MOST_PLACES, rows.size()))) {
      boolean isBroken =
          row.verdict().filter(v -> v.outcome() == Verdict.Outcome.BREACHED).isPresent();
      cells.add(
          List.of(
              name(row.place()),
              Double.isNaN(row.distance_km()) ? "" : ConsoleTable.figure(row.distance_km()),
              ConsoleTable.figure(row.added()),
              ConsoleTable.figure(row.concentration()),
              ConsoleTable.percent(row.share()),
              row.verdict().map(v -> ConsoleTable.figure(v.limitOfMean())).orElse(""),
              isBroken ? words.text("explain.breached") : ""));
    }
    lines.addAll(ConsoleTable.lines(cells));
    if (rows.size() > MOST_PLACES) {
      lines.add(words.text("explain.more", rows.size() - MOST_PLACES));
    }
    return lines;
  }

  private static String plain(BigDecimal figure) {
    return figure.toPlainString();
  }

  private String name(Place place) {
    return named(place.names(), place.id());
  }

  private String named(Names of, String id) {
    String name = of.in(words.language());
    return name.isEmpty() || name.contains(id) ? (name.isEmpty() ? id : name) : name + " " + id;
  }

  private String node(String id) {
    return study.waterways().nodes().stream()
        .filter(n -> n.id().equals(id))
        .map(n -> named(n.names(), id))
        .findFirst()
        .orElse(id);
  }

  private String season(String id) {
    return study.waterways().seasons().stream()
        .filter(s -> s.id().equals(id))
        .map(Season::names)
        .map(n -> n.in(words.language()))
        .filter(n -> !n.isEmpty())
        .findFirst()
        .orElse(id);
  }
}
