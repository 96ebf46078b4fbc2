package org.tonle.cli.option;

import org.jspecify.annotations.Nullable;
import org.tonle.cause.WorstPlaces;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Worst option: the number of places that pages show, and that tables of causes hold if a study
/// has very many.
public final class WorstOption {
  private static final int MOST = 1_000_000;

  @Option(
      names = "--worst",
      paramLabel = "N",
      description =
          "number of places to show, those that exceed their limits most; a study with more than"
              + " 5,000 judged places apportions only these (default: 30; run: none)")
  private @Nullable Integer worst;

  /// Refuses impossible values before anything is read.
  public void require() {
    if (worst != null && (worst < 0 || worst > MOST)) {
      throw new UsageProblem("usage.range", "--worst", 0, MOST, worst);
    }
  }

  public int places() {
    return worst == null ? WorstPlaces.USUAL : worst;
  }

  /// Whether the user gave a number.
  public boolean isAsked() {
    return worst != null;
  }
}
