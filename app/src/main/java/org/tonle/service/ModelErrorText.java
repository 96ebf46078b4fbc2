package org.tonle.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonle.convert.Text;
import org.tonle.fit.ErrorEstimate;
import org.tonle.folder.sheet.Defaults;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.ModelError;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Study;
import org.tonle.problem.Figure;

/// Text of model_error.csv, from estimates; what has too few stations keeps the spread that the
/// study takes from elsewhere.
public final class ModelErrorText {
  private static final String HEAD =
      "constituent,water,ln_sd,stations,basis,sd_mg_per_l,reference,quality,note\n";

  private ModelErrorText() {}

  /// Writes the table in full or not at all.
  public static void write(Study study, List<ErrorEstimate> estimates, Path file)
      throws IOException {
    Files.writeString(file, of(study, estimates), StandardOpenOption.CREATE_NEW);
  }

  static String of(Study study, List<ErrorEstimate> estimates) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Constituent of : study.chemistry().constituents()) {
      Optional<String> river = row(study, of, estimates, false);
      Optional<String> lake = row(study, of, estimates, true);
      String both = river.map(r -> r.replaceFirst(",river,", ",,")).orElse("");
      if (river.isPresent()
          && lake.map(l -> l.replaceFirst(",lake,", ",,")).equals(Optional.of(both))) {
        text.append(both);
      } else {
        river.ifPresent(text::append);
        lake.ifPresent(text::append);
      }
    }
    return text.toString();
  }

  private static Optional<String> row(
      Study study, Constituent of, List<ErrorEstimate> estimates, boolean isLake) {
    Optional<ErrorEstimate> own =
        estimates.stream()
            .filter(e -> e.constituent().equals(of.id()) && e.isLake() == isLake)
            .findFirst();
    if (own.isPresent() && own.get().isEstimated()) {
      return Optional.of(estimated(of, own.get()));
    }
    return ModelError.find(study.evidence().modelErrors(), of.id(), isLake)
        .map(e -> assumed(of, e, own, isLake));
  }

  private static String estimated(Constituent of, ErrorEstimate e) {
    String note =
        Text.format(
            "%d values of %d stations left out one at a time; the 90 %% band holds %s of %d samples"
                + " and %s of %d season means, without the error %s and %s",
            e.observations(),
            e.stations(),
            e.samples().after(),
            e.samples().count(),
            e.means().after(),
            e.means().count(),
            e.samples().before(),
            e.means().before());
    Provenance from = new Provenance("", Quality.DERIVED);
    return line(
        of, e.isLake(), Figure.of(e.spread()), e.stations(), ModelError.Basis.LEFT_OUT, from, note);
  }

  private static String assumed(
      Constituent of, ModelError e, Optional<ErrorEstimate> few, boolean isLake) {
    if (few.isPresent() && few.get().spread() > e.spread()) {
      String note = "few stations, which show more than the spread of other studies";
      Provenance from = new Provenance("", Quality.DERIVED);
      double shown = few.get().spread();
      return line(
          of, isLake, Figure.of(shown), few.get().stations(), ModelError.Basis.DEFAULT, from, note);
    }
    boolean isBuiltIn = e.provenance().reference().startsWith(Defaults.PREFIX);
    Provenance from = isBuiltIn ? new Provenance("", e.provenance().quality()) : e.provenance();
    String note = "fewer than 5 stations: taken from other studies";
    int stations = few.map(ErrorEstimate::stations).orElse(0);
    return line(of, isLake, exact(e.spread()), stations, ModelError.Basis.DEFAULT, from, note);
  }

  private static String exact(double spread) {
    return java.math.BigDecimal.valueOf(spread).stripTrailingZeros().toPlainString();
  }

  private static String line(
      Constituent of,
      boolean isLake,
      String figure,
      int stations,
      ModelError.Basis basis,
      Provenance from,
      String note) {
    List<String> cells = new ArrayList<>();
    cells.add(of.id());
    cells.add(
        (isLake ? Limit.Waterbody.LAKE : Limit.Waterbody.RIVER).name().toLowerCase(Locale.ROOT));
    cells.add(of.isOxygen() ? "" : figure);
    cells.add(Integer.toString(stations));
    cells.add(basis.name().toLowerCase(Locale.ROOT));
    cells.add(of.isOxygen() ? figure : "");
    cells.add(from.reference());
    cells.add(from.quality().name().toLowerCase(Locale.ROOT));
    cells.add(note.contains(",") ? '"' + note + '"' : note);
    return String.join(",", cells) + "\n";
  }
}
