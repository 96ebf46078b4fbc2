package org.tonle.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonle.cause.WorstPlaces;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.ProblemLines;
import org.tonle.cli.option.DrawOptions;
import org.tonle.cli.option.LanguageOption;
import org.tonle.cli.option.LawOption;
import org.tonle.i18n.Words;
import org.tonle.problem.Nearest;
import org.tonle.report.Reports;
import org.tonle.report.picture.LoosePictures;
import org.tonle.report.raster.NoFontException;
import org.tonle.report.raster.Raster;
import org.tonle.run.Result;
import org.tonle.service.Causes;
import org.tonle.service.Simulation;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tonle picture`.
@Command(
    name = "picture",
    description =
        "Writes one picture of the report as an SVG or PNG file that carries its sentence, law, date"
            + " and sources inside it; without a name, lists the pictures.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tonle picture studies/cambodia",
      "  tonle picture studies/cambodia profile-mekong --lang km --out mekong.svg",
      "  tonle picture studies/cambodia map --png"
    })
final class PictureCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "STUDY", description = "folder of the study")
  private Path study = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "name of the picture")
  private @Nullable String name;

  @Option(
      names = "--scenario",
      paramLabel = "S",
      defaultValue = "baseline",
      description = "scenario of the study (default: ${DEFAULT-VALUE})")
  private String scenario = "baseline";

  @Mixin private DrawOptions drawing = new DrawOptions();

  @Mixin private LawOption by = new LawOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "file of the picture, which must not exist; its ending decides, .svg or .png"
              + " (default: NAME.svg)")
  private @Nullable Path out;

  @Option(names = "--png", description = "PNG, twice as fine as a screen, instead of SVG")
  private boolean isPng;

  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws IOException {
    Words words = language.words();
    drawing.require();
    String ending = isPng ? ".png" : ".svg";
    Path file = out != null ? out : Path.of((name == null ? "picture" : name) + ending);
    isPng = isPng || file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    if (name != null && Files.exists(file)) {
      throw new UsageProblem("fit.write_exists", file);
    }
    Simulation.Done done =
        Simulation.run(study, drawing.order(scenario, "").by(by.law()), new ConsoleWatcher(words));
    ProblemLines.brief(done.problems(), study, words);
    Optional<Result> result = done.result();
    if (result.isEmpty()) {
      return Exit.PROBLEMS;
    }
    LoosePictures pictures =
        Reports.pictures(Causes.ofBreaches(result.get(), WorstPlaces.USUAL), done.plan(), words);
    Map<String, String> names = pictures.names();
    if (name == null) {
      names.forEach((one, says) -> Console.print(one + "\t" + says));
      return Exit.DONE;
    }
    if (!names.containsKey(name)) {
      String near = Nearest.id(name, names.keySet());
      // The first of each kind says how pictures are called.
      Map<String, String> kinds = new LinkedHashMap<>();
      names.keySet().forEach(n -> kinds.putIfAbsent(n.replaceFirst("-.*", ""), n));
      String some = near.isEmpty() ? String.join(", ", kinds.values()) : near;
      throw new UsageProblem("picture.unknown", name, some);
    }
    byte[] picture = picture(pictures.svg(name));
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.write(file, picture);
    Console.print(file.toString());
    return Exit.DONE;
  }

  private byte[] picture(String svg) throws IOException {
    try {
      return isPng ? Raster.png(svg) : svg.getBytes(StandardCharsets.UTF_8);
    } catch (NoFontException e) {
      String key = e.script().isEmpty() ? "picture.no_fonts" : "picture.no_font";
      throw new UsageProblem(key, e.script());
    }
  }
}
