package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Row;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Technology;
import org.tonle.model.Technology.Amount;
import org.tonle.model.Technology.Capacity;
import org.tonle.model.Technology.Removal;

/// Builder of the technologies of the catalogue. A filled cell of the study replaces the built-in
/// one; what is not known of a technology is its class's.
final class TechnologyBuilder {
  private final CatalogueRows rows;

  TechnologyBuilder(CatalogueRows rows) {
    this.rows = rows;
  }

  List<Technology> technologies() {
    Map<String, Row> builtIn = new LinkedHashMap<>();
    rows.builtIn(Schema.TECHNOLOGIES).forEach(r -> builtIn.put(r.text("technology"), r));
    Map<String, Row> own = new LinkedHashMap<>();
    rows.own(Schema.TECHNOLOGIES).forEach(r -> own.put(r.text("technology"), r));
    List<Technology> found = new ArrayList<>();
    own.forEach((id, row) -> found.add(technology(id, row, builtIn.getOrDefault(id, row))));
    builtIn.forEach(
        (id, row) -> {
          if (!own.containsKey(id)) {
            found.add(technology(id, row, row));
          }
        });
    found.sort(Comparator.comparing(Technology::id));
    return found;
  }

  private static Row first(Row row, Row otherwise, String column) {
    return row.has(column) ? row : otherwise;
  }

  private Technology technology(String id, Row row, Row known) {
    String of = first(row, known, "class").text("class");
    List<Removal> removals = removals(id, of);
    return new Technology(
        id,
        new Names(
            first(row, known, "name").text("name"),
            first(row, known, "name_zh").text("name_zh"),
            first(row, known, "name_km").text("name_km")),
        of.isEmpty()
            ? Technology.Kind.UNKNOWN
            : Technology.Kind.valueOf(of.toUpperCase(Locale.ROOT)),
        removals,
        new Capacity(
            first(row, known, "capacity_from_m3_per_d").number("capacity_from_m3_per_d", 0),
            first(row, known, "capacity_to_m3_per_d")
                .number("capacity_to_m3_per_d", Double.POSITIVE_INFINITY)),
        new Technology.Life(
            first(row, known, "civil_life_a").number("civil_life_a", rows.figure("civil_life", of)),
            first(row, known, "machines_life_a")
                .number("machines_life_a", rows.figure("machines_life", of)),
            rows.figure("civil_share", of)),
        new Technology.Needs(
            land(id, of),
            need(id, of, "energy_kwh_per_m3"),
            need(id, of, "sludge_g_per_person_per_d"),
            need(id, of, "methane_kg_per_kg"),
            need(id, of, "nitrous_oxide_kg_per_kg")),
        first(row, known, "skill").has("skill")
            ? Technology.Skill.valueOf(
                first(row, known, "skill").text("skill").toUpperCase(Locale.ROOT))
            : Technology.Skill.MIDDLE,
        Technology.weakest(removals));
  }

  /// Removals of a technology, then those of its class for what it has no row of its own.
  private List<Removal> removals(String id, String of) {
    Map<String, Removal> found = new LinkedHashMap<>();
    boolean isForAll = false;
    for (Row row : rows.of(Schema.REMOVALS)) {
      if (row.text("technology").equals(id)) {
        found.put(row.text("constituent"), removal(row, row.provenance()));
        isForAll |= row.text("constituent").isEmpty();
      }
    }
    for (Row row : rows.of(Schema.REMOVALS)) {
      boolean isOfClass = row.text("technology").isEmpty() && row.text("class").equals(of);
      if (isOfClass && !isForAll && !of.isEmpty()) {
        found.putIfAbsent(row.text("constituent"), removal(row, assumed(row)));
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Removal::constituent)).toList();
  }

  /// A figure of a class is at best an estimate of a technology's.
  private static Provenance assumed(Row row) {
    Provenance own = row.provenance();
    return new Provenance(own.reference(), own.quality().weaker(Quality.ESTIMATE));
  }

  private static Removal removal(Row row, Provenance provenance) {
    double typical = row.number("typical");
    return new Removal(
        row.text("constituent"),
        share(row, row.number("low", typical)),
        share(row, typical),
        share(row, row.number("high", typical)),
        provenance);
  }

  /// A removal as a share, whatever it is written in.
  static double share(Row row, double removal) {
    return switch (row.text("unit")) {
      case "log10" -> 1 - StrictMath.pow(10, -removal);
      case "percent" -> removal / 100;
      default -> removal;
    };
  }

  private Amount land(String id, String of) {
    return own(id, "land_m2_per_m3_per_d", 1)
        .or(() -> own(id, "land_m2_per_person", 1 / rows.figure("wastewater", of)))
        .orElseGet(() -> ofClass(of, "land_m2_per_m3_per_d"));
  }

  private Amount need(String id, String of, String need) {
    return own(id, need, 1).orElseGet(() -> ofClass(of, need));
  }

  private Optional<Amount> own(String id, String need, double factor) {
    return rows.of(Schema.TECHNOLOGY_NEEDS).stream()
        .filter(r -> r.text("technology").equals(id) && r.text("need").equals(need))
        .findFirst()
        .map(r -> amount(r, factor, false));
  }

  private Amount ofClass(String of, String need) {
    return rows.of(Schema.TECHNOLOGY_NEEDS).stream()
        .filter(r -> r.text("technology").isEmpty() && r.text("class").equals(of))
        .filter(r -> r.text("need").equals(need))
        .findFirst()
        .map(r -> amount(r, 1, true))
        .orElse(Amount.NONE);
  }

  private static Amount amount(Row row, double factor, boolean isAssumed) {
    double typical = row.number("typical");
    return new Amount(
        row.number("low", typical) * factor,
        typical * factor,
        row.number("high", typical) * factor,
        isAssumed,
        isAssumed ? assumed(row) : row.provenance());
  }
}
