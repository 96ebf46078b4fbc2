package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The reference page of the commands is their own help. Run with -Dtonle.write=true to write it.
class CommandDocsTest {
  @Test
  void commands() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            The output of `--help`. Results and JSON go to standard output, problems and progress to standard
            error. Options may come before or after the study.

            `run`, `report` and `demo` write next to the folder they are given and move the finished results
            there: Ctrl-C leaves the previous contents. They replace only files that `tonle-manifest.json` lists
            with the hash they have; any other file in the folder, or a changed one, prevents this. What else the
            folder holds of the same run (reports, causes, the demand) stays; of another run it is computed anew.
            `report` writes everything that `run` writes, and its pages.

            Exit code 3 also means that standard output could not be written in full.

            `check --json` prints `{"problems":[…],"errors":n,"warnings":n}`, a problem being `severity`
            (error, warning, note), `code`, `file`, `row` (as a spreadsheet counts; 0 for none), `column`,
            `expected` (the sentence), `found` and `hint`. `run --json` prints the same when the study has
            errors; otherwise the keys of summary.json except `hash`, with `seconds` and `out`. `compare --json`
            does the same with the summary of a comparison.

            `apportion --json` prints `study`, `scenario`, `draws`, `by` (category, unit, source or country),
            `receptors`, `secondsToApportion`, `seconds` and `out`. A receptor has `kind`, `place`, `season`,
            `constituent`, `unit`, `of` (concentration, or the shortfall of oxygen), `total`, where the units have a
            country `overBorderShare`, and `contributions`: `key`, `name`, figures and `share` of each part. Figures
            are `central`, `mean`, `p5`, `p50` and `p95`; the central figures of the parts add up to the total.

            `fit --json` prints `study`, `sse`, `observations`, `degreesOfFreedom`, `parameters` (`name`, `estimate`,
            `standardError`, `t`, `atBound`, `fromPrior`), `identifiable`, `condition`, `entangled` (those
            that the data cannot tell apart), `starts`, `startsAgreeing`, `evaluations`,
            `exactDerivatives`, `grades` by constituent and `set` (`pairs`, `bounds`, `bias`, `rmse`, `r2`, `nse`,
            `kge`, `pbias`, `logRmse`, `coverage90`, `grade`), `seconds` and `secondsBuilding`. A figure that does not
            exist is left out. With `--ensemble`: `study`, `observations`, `draws`, `inputs` (uncertain inputs that
            were adjusted), `sseOfMedianBefore`, `sseOfMedianAfter` and `seconds`.

            `ccme --json` prints `groups`, each with `group`, `index`, `category` (excellent, good, fair, marginal,
            poor), `f1`, `f2`, `f3`, `variables` and `tests` ([theory](../theory/index.md)).

            `plan --json`, and the file `X.plan.json` that `--save X.toml` writes beside the scenario, hold `status`
            (proven, found, holds_less, impossible, budget_too_small, not_found, nothing_to_do), `stopped` ("", limit,
            interrupted) with `incomplete` (parts for which the time did not suffice), `cost`, `bound`, `gap`, `goal`,
            `budget`, `works` (with `option`, `sites`, `year`, costs, land, energy), `receptors` (limits of the plan) and
            `beyond` (limits that works cannot keep), each with its `standard`, `class`, `value` and `quality`, `aim`
            (share of draws), `before`, `after` and `sureOf` (its lower 95 % bound), and `reached`: `river_km` (length ×
            share of the year) and `people`, of `riverAll_km` and `peopleAll`. What follows from it: `curve` (`budget_usd`,
            `cost_usd`, `river_km`, `people`, `limits`, `gap`, `first`: works that the point before has not) with
            `curveOf`, `curveAll` and `curveBend` (position of the bend); `confidences` (`confidence`, `cost_usd`,
            `limits`, `lost`: limits for which no works hold them so surely); `prices` (`by` constituent, unit or place,
            `saved_usd` found, `most_usd` by the bound) and `unverified` (`limits_usd`, `costs_usd`); `robust` (`site`,
            `acts`: share of `costDraws` plans with works there, `options`), `robustWorks`, `technologies` and `regret`
            (`mean`, `p90`, shares of the cost); `alternatives` (`kind`, `within`, `cost_usd`, `swaps` with `sites`, `from`,
            `to`); `conflicts` (`limits`, `together`: share of their aims at which all can hold). Money is US dollars of
            `priceYear` at present value. Lists are empty where nothing was asked for; `seconds`, by step and part, is not
            in the file. `plan --compare --json` prints `compared` (`name`, `cost_usd`, `gap`, `works`, `held` of
            `limitCount`), `sites` and `limits` where the plans differ.

            `diff --json` prints `verdict` (same, same_figures, without_effect, one, spread, several, unexplained,
            not_known), `parts` that differ (`kind`, `file`), `before` and `after` (how each was run), `rowsKept`,
            `differences` (with `row`, `key`, `column`, `before`, `after`), `moved` (`count`, `tables`,
            `largest`), and with `--attribute` `attribution`: `figures`, and `steps` with the `changes` and
            `shares` of each figure.
            """);
    CommandLine tonle = new CommandLine(new Tonle());
    section(page, tonle);
    tonle.getSubcommands().values().forEach(command -> section(page, command));
    Path file = Path.of(System.getProperty("tonle.home", ".."), "docs", "reference", "commands.md");
    if (Boolean.getBoolean("tonle.write")) {
      Files.writeString(file, page);
    }
    assertEquals(page.toString(), Files.readString(file));
  }

  private static void section(StringBuilder page, CommandLine command) {
    page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
    page.append(command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n"));
    page.append("```\n");
  }
}
