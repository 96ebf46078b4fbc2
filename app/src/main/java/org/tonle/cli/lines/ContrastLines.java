package org.tonle.cli.lines;

import java.util.ArrayList;
import java.util.List;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.compare.Contrast;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.Move;
import org.tonle.tell.ContrastWords;

/// Contrast lines: a comparison on a console, with what differs, what follows from it, what each
/// lever does alone, and where nothing moves.
public final class ContrastLines {
  private static final int MOST = 5;
  private static final int OF_EACH = 2;

  private final ContrastWords says;
  private final Contrast contrast;

  public ContrastLines(ContrastWords says, Contrast contrast) {
    this.says = says;
    this.contrast = contrast;
  }

  public void tell() {
    Console.print(says.title());
    Console.print(says.draws());
    heading("differs");
    if (contrast.levers().isEmpty()) {
      line(says.say("differs.none"));
    }
    for (LeverEffect effect : contrast.levers()) {
      line(says.lever(effect.lever()));
      Console.print("    " + says.settings(effect.lever()));
    }
    heading("comes");
    says.outcome().forEach(ContrastLines::line);
    says.verdictPlaces().forEach(s -> Console.print("    " + s));
    moves(true);
    moves(false);
    if (!contrast.levers().isEmpty() && !contrast.isNothing()) {
      heading("alone");
      for (LeverEffect effect : contrast.levers()) {
        line(says.lever(effect.lever()));
        says.effect(effect).forEach(s -> Console.print("    " + s));
      }
      heading("still");
      says.still().forEach(ContrastLines::line);
    }
    Console.print("");
  }

  private void heading(String key) {
    Console.print("");
    Console.print(says.say(key));
  }

  private static void line(String text) {
    Console.print("  " + text);
  }

  private void moves(boolean isBetter) {
    List<Move> largest = says.largest(isBetter, MOST, OF_EACH);
    if (largest.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            says.say(isBetter ? "best" : "worst"),
            says.say("season"),
            says.say("constituent"),
            says.say("before"),
            says.say("after"),
            says.say("difference"),
            says.say("better_in")));
    for (Move move : largest) {
      rows.add(
          List.of(
              says.place(move.place()),
              says.season(move.season().id()),
              move.constituent().id() + ", " + ContrastWords.unit(move),
              ContrastWords.figure(move.before()),
              ContrastWords.figure(move.after()),
              says.difference(move),
              says.better(move)));
    }
    Console.print("");
    ConsoleTable.lines(rows).forEach(Console::print);
  }
}
