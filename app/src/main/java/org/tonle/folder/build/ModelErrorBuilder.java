package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.ModelError;
import org.tonle.model.Study;

/// Builder of model errors: the study's own, and the built-in ones for a kind of water of which it
/// says nothing.
final class ModelErrorBuilder {
  private final Sheets sheets;
  private final Defaults defaults;

  ModelErrorBuilder(Sheets sheets, Defaults defaults) {
    this.sheets = sheets;
    this.defaults = defaults;
  }

  List<ModelError> of(Study.Chemistry chemistry) {
    Map<String, Constituent> known =
        chemistry.constituents().stream()
            .collect(Collectors.toMap(Constituent::id, Function.identity()));
    List<ModelError> found = new ArrayList<>();
    Set<String> isSaid = new HashSet<>();
    for (Row row : sheets.rows(Schema.MODEL_ERROR)) {
      ModelError own = error(row, known.get(row.text("constituent")));
      if (own != null) {
        found.add(own);
        isSaid.add(own.constituent());
      }
    }
    for (Row row : defaults.modelErrors().rows()) {
      ModelError built = error(row, known.get(row.text("constituent")));
      if (built != null) {
        rest(built, found, isSaid.contains(built.constituent()));
      }
    }
    found.sort(Comparator.comparing(ModelError::constituent).thenComparing(ModelError::water));
    return found;
  }

  /// Adds a built-in error where the study's own rows leave rivers or lakes out.
  private static void rest(ModelError built, List<ModelError> found, boolean isSaid) {
    if (!isSaid) {
      found.add(built);
      return;
    }
    List<ModelError> own = List.copyOf(found);
    for (boolean isLake : new boolean[] {false, true}) {
      if (ModelError.find(own, built.constituent(), isLake).isEmpty()) {
        found.add(
            new ModelError(
                built.constituent(),
                isLake ? Limit.Waterbody.LAKE : Limit.Waterbody.RIVER,
                built.spread(),
                built.stations(),
                built.basis(),
                built.provenance()));
      }
    }
  }

  private static @Nullable ModelError error(Row row, @Nullable Constituent of) {
    if (of == null) {
      return null;
    }
    String water = row.text("water");
    return new ModelError(
        of.id(),
        water.isEmpty()
            ? Limit.Waterbody.ALL
            : Limit.Waterbody.valueOf(water.toUpperCase(Locale.ROOT)),
        row.number(of.isOxygen() ? "sd_mg_per_l" : "ln_sd", 0),
        (int) row.number("stations", 0),
        ModelError.Basis.valueOf(row.text("basis").toUpperCase(Locale.ROOT)),
        row.provenance());
  }
}
