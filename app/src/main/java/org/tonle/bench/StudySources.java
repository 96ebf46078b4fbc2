package org.tonle.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.tonle.bench.StudyRecipe.StudyTable;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.Rivers;

/// Sources of a study written from a seed: towns with four sanitation paths, one plant per ten
/// towns and one factory per twenty.
final class StudySources {
  private static final int PEOPLE = 32;
  private static final int TOWNS_PER_PLANT = 10;
  private static final int TOWNS_PER_FACTORY = 20;

  private final StudyRecipe recipe;
  private final float[] discharge_m3_per_s;

  StudySources(StudyRecipe recipe, Rivers rivers) {
    this.recipe = recipe;
    discharge_m3_per_s = rivers.discharge_m3_per_s();
  }

  private String node(int town) {
    return StudyWater.node(reach(town));
  }

  /// Each town has its own range of reaches, so that no two towns share a node if there are enough
  /// reaches, and lies on the largest river of its range: towns grow where there is water.
  private int reach(int town) {
    int first = (int) ((long) town * recipe.reaches() / recipe.towns());
    int end = (int) ((town + 1L) * recipe.reaches() / recipe.towns());
    int best = first;
    for (int r = first + 1; r < end; r++) {
      best = discharge_m3_per_s[r] > discharge_m3_per_s[best] ? r : best;
    }
    return best;
  }

  private String unit(int town) {
    return StudyRecipe.unit(reach(town));
  }

  private static String plant(int town) {
    return "P" + (1 + town / TOWNS_PER_PLANT);
  }

  void write(Path folder) throws IOException {
    Chance people = new Chance(recipe.seed(), PEOPLE);
    try (StudyTable t =
        StudyTable.of(
            folder,
            "towns",
            "town,name,unit,node,kind,population,base_year,growth_percent_per_a,"
                + "wastewater_l_per_d")) {
      for (int i = 0; i < recipe.towns(); i++) {
        long count = 10 * StrictMath.round(50 + 200 * people.lognormal(i, 1));
        t.row("T" + (i + 1), "Town " + (i + 1), unit(i), node(i), "urban", count, 2020, 1.5, 120);
      }
    }
    try (StudyTable t = StudyTable.of(folder, "sanitation", "town,path,share,plant,retention")) {
      for (int i = 0; i < recipe.towns(); i++) {
        String town = "T" + (i + 1);
        t.row(town, "sewer_plant", 0.3, plant(i), "");
        t.row(town, "sewer", 0.2, "", "");
        t.row(town, "septic", 0.3, "", "ground");
        t.row(town, "pit", 0.2, "", "ground");
      }
    }
    try (StudyTable t = StudyTable.of(folder, "plants", "plant,name,unit,node,status,technology")) {
      for (int i = 0; i < recipe.towns(); i += TOWNS_PER_PLANT) {
        t.row(
            plant(i),
            "Plant " + plant(i),
            unit(i),
            node(i),
            "operating",
            "conventional_activated_sludge");
      }
    }
    try (StudyTable t =
        StudyTable.of(folder, "industry", "industry,name,unit,node,sector,wastewater_m3_per_d")) {
      for (int i = 0; i < recipe.towns(); i += TOWNS_PER_FACTORY) {
        t.row("F" + (i + 1), "Factory " + (i + 1), unit(i), node(i), "brewery", 200);
      }
    }
    factors(folder);
  }

  private void factors(Path folder) throws IOException {
    try (StudyTable t = StudyTable.of(folder, "factors", "kind,key,constituent,value,unit")) {
      t.row("passing", "sewer", "", 1, 1);
      for (int c = 0; c < recipe.constituents(); c++) {
        String of = "C" + (c + 1);
        t.row("per_person", "urban", of, 10 + 5 * c, "g/d");
        t.row("concentration", "brewery", of, 100 + 50 * c, "mg/L");
        t.row("passing", "septic", of, 0.6, 1);
        t.row("passing", "pit", of, 0.5, 1);
        t.row("passing", "conventional_activated_sludge", of, 0.2, 1);
        t.row("retention", "ground", of, 0.5, 1);
      }
    }
  }
}
