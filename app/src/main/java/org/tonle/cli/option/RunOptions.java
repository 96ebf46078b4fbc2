package org.tonle.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.ConsoleWatcher;
import org.tonle.cli.console.ProblemLines;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.service.ResultFolder;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Run options of a study.
public final class RunOptions {
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
      paramLabel = "DIR",
      description = "folder of the results (default: results/<study>-<scenario>)")
  private @Nullable Path out;

  private String designFlow = "";
  private String part = "";

  /// Refuses impossible values before anything is read.
  public void require(Words words) throws IOException {
    drawing.require();
    if (out != null) {
      ResultFolder.require(out, new ConsoleWatcher(words));
    }
  }

  /// Sets the low flow of this scenario of the study; "" for the seasons' own flows.
  void at(String designFlow) {
    this.designFlow = designFlow;
  }

  /// Makes the results those of one constituent, which do not replace those of all.
  void part(String constituent) throws IOException {
    part = constituent;
    if (out != null) {
      ResultFolder.requirePart(out, constituent);
    }
  }

  /// The order that these options give.
  public RunOrder order() {
    return drawing.order(scenario, designFlow).by(by.law());
  }

  public Path out(Study study) {
    String name = order().name(study) + (part.isEmpty() ? "" : "-" + part);
    return out != null ? out : Path.of("results", fileName(name));
  }

  /// Name of a folder for an id, which may contain any text.
  public static String fileName(String id) {
    String name = id.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "_");
    return name.startsWith(".") ? "_" + name : name;
  }

  /// Runs a study and lists every problem on standard error.
  public Simulation.Done run(Path study, Words words) {
    Simulation.Done done = Simulation.run(study, order(), new ConsoleWatcher(words));
    ProblemLines.brief(done.problems(), study, words);
    return done;
  }
}
