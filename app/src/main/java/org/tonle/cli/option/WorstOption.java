package org.tonle.cli.option;

import org.jspecify.annotations.Nullable;
import org.tonle.cause.WorstPlaces;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// How many places pages show, and tables of causes where a study has very many.
public final class WorstOption {
  private static final int MOST = 1_000_000;

  @Option(
      names = "--worst",
      paramLabel = "N",
      description =
          "number of places to show, those that exceed their limits most; a study with more than"
              + " 5,000 judged places apportions only these (default: 30; run: none)")
  private @Nullable Integer worst;

  /// Refuses what no number of places is, before anything is read.
  public void require() {
    if (worst != null && (worst < 0 || worst > MOST)) {
      throw new UsageProblem("usage.range", "--worst", 0, MOST, worst);
    }
  }

  public int places() {
    return worst == null ? WorstPlaces.USUAL : worst;
  }

  /// Whether somebody asked for a number.
  public boolean isAsked() {
    return worst != null;
  }
}
