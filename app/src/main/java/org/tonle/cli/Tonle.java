package org.tonle.cli;

import org.tonle.cli.bench.BenchCommand;
import org.tonle.cli.option.Version;
import org.tonle.cli.plan.CatalogueCommand;
import org.tonle.cli.plan.PlanCommand;
import org.tonle.cli.serve.ServeCommand;
import picocli.CommandLine.Command;

/// Tonle: the command `tonle` with its subcommands.
@Command(
    name = "tonle",
    description =
        "The state of a country's waters: from people and factories to every river and lake.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      NewCommand.class,
      CheckCommand.class,
      ScenariosCommand.class,
      PlacesCommand.class,
      RunCommand.class,
      LeversCommand.class,
      ServeCommand.class,
      CompareCommand.class,
      ApportionCommand.class,
      ExplainCommand.class,
      DemandCommand.class,
      MeasureCommand.class,
      CatalogueCommand.class,
      PlanCommand.class,
      ReportCommand.class,
      PictureCommand.class,
      DiffCommand.class,
      AddSamplesCommand.class,
      FitCommand.class,
      ImportCommand.class,
      CcmeCommand.class,
      BenchCommand.class,
      BundleCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle demo                          Cambodia: tables, map, three reports",
      "  tonle new my-study                  a small study to begin with",
      "  tonle check my-study                every problem; computes nothing",
      "  tonle scenarios my-study            the scenarios that it has",
      "  tonle places my-study Upper         ids of places by a word",
      "  tonle run my-study --draws 1000     tables and map",
      "  tonle serve my-study                the page: map, levers and tables",
      "  tonle levers my-study               what a change does, at once (JSON lines)",
      "  tonle compare my-study baseline S   what a scenario changes, and why",
      "  tonle apportion my-study            who causes each breach",
      "  tonle demand my-study               how much load must go, and whose",
      "  tonle measure my-study              what to measure first",
      "  tonle catalogue my-study            technologies and prices for a plan",
      "  tonle report my-study --lang en,km  tables, map and two reports",
      "  tonle diff results/a results/b      why two results differ",
      "  tonle add-samples my-study S.csv    this month's samples, and what they change",
      "  tonle fit studies/cambodia          parameters from what was measured",
      "  tonle import sparrow DIR --out S    a SPARROW model as a study",
      "  tonle ccme samples.csv              water quality index of measured values",
      "  tonle bundle --out DIR              Tonle in one zip, with the Java it needs"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:problems in the study",
      "2:wrong usage",
      "3:a fault of Tonle, or of the disk",
      "130:stopped by Ctrl-C; plan prints the best until then"
    })
final class Tonle {}
