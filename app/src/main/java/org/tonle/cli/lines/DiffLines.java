package org.tonle.cli.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.diff.Attribution;
import org.tonle.diff.Difference;
import org.tonle.diff.MovedNumber;
import org.tonle.diff.MovedNumbers;
import org.tonle.diff.Part;
import org.tonle.diff.ResultDiff;
import org.tonle.diff.ResultFiles;
import org.tonle.i18n.Words;

/// Diff lines: the difference of two results on a console.
public final class DiffLines {
  private static final int MOST_SHOWN = 20;

  private final ResultDiff diff;
  private final Words words;
  private final List<String> lines = new ArrayList<>();

  public DiffLines(ResultDiff diff, Words words) {
    this.diff = diff;
    this.words = words;
  }

  public List<String> all() {
    String verdict = diff.verdict().name().toLowerCase(Locale.ROOT);
    tell("diff." + verdict, cell(parts(diff.parts())), diff.moved().count());
    for (ResultFiles files : List.of(diff.before(), diff.after())) {
      if (files.inputs().isEmpty()) {
        tell("diff.no_inputs", files.folder());
      }
    }
    if (diff.areRowsMissing()) {
      tell("diff.hashes");
    }
    differences();
    if (!diff.moved().isNone()) {
      tell("diff.breaches", breaches(diff.before()), breaches(diff.after()));
      moved();
    }
    return lines;
  }

  private void tell(String key, Object... arguments) {
    lines.add(words.text(key, arguments));
  }

  private String parts(List<Part> parts) {
    return String.join(", ", parts.stream().map(this::part).toList());
  }

  private String part(Part part) {
    return part.kind() == Part.Kind.TABLE
        ? part.file()
        : words.text("diff.part." + part.kind().id());
  }

  private static long breaches(ResultFiles files) {
    return files.summary().path("breaches").asLong(0);
  }

  private void differences() {
    List<Difference> all = diff.differences();
    all.stream().limit(MOST_SHOWN).map(d -> "  " + line(d)).forEach(lines::add);
    if (all.size() > MOST_SHOWN) {
      lines.add("  " + words.text("diff.more", all.size() - MOST_SHOWN));
    }
  }

  private String line(Difference d) {
    String at = part(d.part());
    if (d.part().kind() != Part.Kind.TABLE) {
      boolean isKey = d.part().kind() == Part.Kind.SETTINGS;
      String of = isKey ? at + " " + d.column() : at;
      return words.text("diff.value", of, cell(d.before()), cell(d.after()));
    }
    if (d.row() == 0) {
      if (d.before().isEmpty() || d.after().isEmpty()) {
        String key = d.before().isEmpty() ? "diff.table_new" : "diff.table_gone";
        return words.text(key, at, d.before() + d.after());
      }
      return words.text("diff.table_other", at, d.before(), d.after());
    }
    String row = Integer.toString(d.row());
    if (d.column().isEmpty()) {
      String key = d.before().isEmpty() ? "diff.row_new" : "diff.row_gone";
      return words.text(key, at, row, d.key());
    }
    return words.text("diff.cell", at, row, d.column(), d.key(), cell(d.before()), cell(d.after()));
  }

  private static String cell(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private void moved() {
    for (MovedNumbers.OfTable table : diff.moved().tables()) {
      tell("diff.table", table.file(), table.moved());
      if (table.gone() + table.come() > 0) {
        tell("diff.rows", table.file(), table.gone(), table.come());
      }
    }
    List<MovedNumber> largest = diff.moved().largest();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of("figure", "file", "column", "before", "after", "change")
            .map(k -> words.text("diff.head." + k))
            .toList());
    largest.stream()
        .limit(MOST_SHOWN)
        .forEach(
            m ->
                rows.add(
                    List.of(
                        m.key(),
                        m.file(),
                        m.column(),
                        cell(m.before()),
                        cell(m.after()),
                        signed(m.change()))));
    if (rows.size() > 1) {
      tell("diff.largest");
      lines.addAll(ConsoleTable.lines(rows));
    }
  }

  private static String signed(double change) {
    String percent = ConsoleTable.percent(change);
    return change > 0 && !percent.equals("-") ? "+" + percent : percent;
  }

  /// Lines with the share of each part.
  public List<String> of(Attribution attribution) {
    List<String> told = new ArrayList<>();
    for (int f = 0; f < attribution.figures().size(); f++) {
      Attribution.Figure figure = attribution.figures().get(f);
      told.add(
          words.text(
              "diff.figure." + figure.kind(),
              figure.of(),
              ConsoleTable.figure(figure.before()),
              ConsoleTable.figure(figure.after())));
      List<List<String>> rows = new ArrayList<>();
      for (Attribution.Step step : attribution.steps()) {
        double change = step.changes().get(f);
        rows.add(
            List.of(
                parts(step.parts()),
                (change > 0 ? "+" : "") + ConsoleTable.figure(change),
                ConsoleTable.percent(attribution.share(step, f))));
      }
      told.addAll(ConsoleTable.lines(rows));
    }
    return told;
  }
}
