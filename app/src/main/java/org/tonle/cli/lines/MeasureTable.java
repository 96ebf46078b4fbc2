package org.tonle.cli.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.demand.Demand;
import org.tonle.export.MeasureNames;
import org.tonle.export.RestRow;
import org.tonle.i18n.Words;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.model.Quality;
import org.tonle.run.Result;

/// Measure table: what to measure first, and the marks that the demands rest on, on a console.
public final class MeasureTable {
  /// Number of rows for the second question.
  private static final int MOST_BEYOND = 3;

  private final Result result;
  private final Demand demand;
  private final MeasuringWorth worth;
  private final Words words;
  private final MeasureNames names;

  public MeasureTable(Result result, Demand demand, MeasuringWorth worth, Words words) {
    this.result = result;
    this.demand = demand;
    this.worth = worth;
    this.words = words;
    names = new MeasureNames(result.study());
  }

  public void tell() {
    worth.unmeasured().forEach(u -> Console.print(names.sentence(u, words)));
    for (RestRow row : RestRow.of(demand, worth)) {
      if (row.isTotal()) {
        Console.print(words.text("measure.rests", row.constituent(), marks(row)));
      }
    }
    worth
        .answer(MeasuringWorth.Question.DEMAND)
        .ifPresent(a -> tell("measure.title", a, a.first()));
    worth
        .answer(MeasuringWorth.Question.BEYOND)
        .ifPresent(a -> tell("measure.beyond", a, a.first().stream().limit(MOST_BEYOND).toList()));
  }

  private String marks(RestRow row) {
    return Arrays.stream(Quality.values())
        .filter(q -> row.marks().share(q) >= 0.0005)
        .map(
            q ->
                ConsoleTable.percent(row.marks().share(q))
                    + " "
                    + words.text("report.quality." + q.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private void tell(String title, MeasuringWorth.Answer answer, List<MeasuringWorth.First> first) {
    if (first.isEmpty()) {
      Console.print(words.text("measure.none", result.options().draws()));
      return;
    }
    Console.print(words.text(title, ConsoleTable.percent(first.getLast().left())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of("what", "where", "today", "share", "gain", "narrows")
            .map(k -> words.text("report.measure." + k))
            .toList());
    for (MeasuringWorth.First one : first) {
      Measurement of = worth.measurements().get(one.measurement());
      rows.add(
          List.of(
              names.what(of, words),
              names.where(of, words),
              names.today(of, words),
              ConsoleTable.percent(one.share()),
              ConsoleTable.percent(one.gain()),
              narrows(answer, one)));
    }
    ConsoleTable.lines(rows).forEach(Console::print);
  }

  private String narrows(MeasuringWorth.Answer answer, MeasuringWorth.First one) {
    MeasuringWorth.Aim aim = answer.narrowed(one);
    return answer.question() == MeasuringWorth.Question.BEYOND
        ? aim.constituent()
        : words
            .text(
                "report.measure.narrowed",
                MeasureNames.of(aim, demand),
                ConsoleTable.figure(aim.band(0)),
                ConsoleTable.figure(aim.band(one.narrowing())),
                "")
            .strip();
  }
}
