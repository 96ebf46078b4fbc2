package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Constituent;
import org.tonle.model.Names;
import org.tonle.model.Rate;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.problem.Nearest;

/// Builder of constituents, reactions and rates: the study's own override the built-in ones.
public final class ChemistryBuilder {
  /// Spread of samples if the study states no spread: that of COD-Mn in the 3S records.
  private static final double SAMPLE_CV = 0.7;

  private final Sheets sheets;
  private final Defaults defaults;
  private final Problems problems;
  private final Map<String, Constituent> constituents = new LinkedHashMap<>();

  public ChemistryBuilder(Sheets sheets, Defaults defaults, Problems problems) {
    this.sheets = sheets;
    this.defaults = defaults;
    this.problems = problems;
    Map<String, Row> builtIn = new HashMap<>();
    defaults.constituents().rows().forEach(r -> builtIn.put(r.text("constituent"), r));
    for (Row row : sheets.rows(Schema.CONSTITUENTS)) {
      Row known = builtIn.getOrDefault(row.text("constituent"), row);
      constituent(row, known).ifPresent(c -> constituents.put(c.id(), c));
    }
    loneOxygen();
    for (Row row : sheets.rows(Schema.REACTIONS)) {
      if (row.text("kind").equals("binding")) {
        join(constituents.get(row.text("constituent")), constituents.get(row.text("product")));
      }
    }
  }

  /// What is bound is solved together with what it is bound to.
  private void join(@Nullable Constituent carrier, @Nullable Constituent bound) {
    if (carrier == null || bound == null) {
      return;
    }
    String group = carrier.group().isEmpty() ? carrier.id() + " and bound" : carrier.group();
    String joined = bound.group();
    for (Constituent c : List.copyOf(constituents.values())) {
      boolean isMeant =
          c.id().equals(carrier.id())
              || c.id().equals(bound.id())
              || (!joined.isEmpty() && c.group().equals(joined));
      if (isMeant) {
        constituents.put(c.id(), c.in(group));
      }
    }
  }

  public Map<String, Constituent> constituents() {
    return constituents;
  }

  private static Row first(Row row, Row otherwise, String column) {
    return row.has(column) ? row : otherwise;
  }

  private Optional<Constituent> constituent(Row row, Row known) {
    String unit = first(row, known, "unit").text("unit");
    String kinetics = first(row, known, "kinetics").text("kinetics");
    Optional<ConcentrationUnit> found = ConcentrationUnit.find(unit);
    if (unit.isEmpty() || kinetics.isEmpty()) {
      String missing = unit.isEmpty() ? "unit" : "kinetics";
      problems.error("missing_value", row.file(), row.number(), missing, "", "");
      return Optional.empty();
    }
    if (found.isEmpty()) {
      problems.error("unknown_unit", row.file(), row.number(), "unit", Schema.CONCENTRATION, unit);
      return Optional.empty();
    }
    boolean isOwn = row == known || row.has("kinetics") || row.has("unit");
    return Optional.of(
        new Constituent(
            row.text("constituent"),
            names(row, known),
            found.get(),
            Constituent.Kinetics.valueOf(kinetics.toUpperCase(Locale.ROOT)),
            first(row, known, "group").text("group"),
            first(row, known, "bottle_rate_per_d").number("bottle_rate_per_d", 0),
            first(row, known, "sample_cv").number("sample_cv", SAMPLE_CV),
            first(row, known, "oxygen").flag("oxygen"),
            isOwn ? row.provenance() : known.provenance()));
  }

  private static Names names(Row row, Row known) {
    Names own = row.names();
    Names built = known.names();
    return new Names(
        own.en().isEmpty() ? built.en() : own.en(),
        own.zh().isEmpty() ? built.zh() : own.zh(),
        own.km().isEmpty() ? built.km() : own.km());
  }

  private void loneOxygen() {
    long count = constituents.values().stream().filter(Constituent::isOxygen).count();
    if (count > 1) {
      problems.error("two_oxygens", Schema.CONSTITUENTS, 0, "oxygen", "1", Long.toString(count));
    }
  }

  public Study.Chemistry build(Units units) {
    List<Reaction> reactions = new ArrayList<>();
    List<String> own = sheets.rows(Schema.REACTIONS).stream().map(r -> r.text("reaction")).toList();
    for (Row row : sheets.rows(Schema.REACTIONS)) {
      reactions.add(reaction(row, units));
    }
    for (Row row : defaults.reactions().rows()) {
      if (!own.contains(row.text("reaction"))
          && constituents.containsKey(row.text("constituent"))) {
        reactions.add(reaction(row, units));
      }
    }
    Map<String, Reaction> byId = new HashMap<>();
    reactions.forEach(r -> byId.putIfAbsent(r.id(), r));
    circles(reactions);
    List<Rate> rates =
        sheets.rows(Schema.RATES).stream()
            .map(r -> rate(r, byId, units))
            .flatMap(Optional::stream)
            .toList();
    return new Study.Chemistry(List.copyOf(constituents.values()), reactions, rates);
  }

  static Dimension dimension(Reaction.Kind kind) {
    return switch (kind) {
      case DECAY, REAERATION -> Dimension.RATE;
      case SETTLING, UPTAKE, LAKE_SETTLING -> Dimension.VELOCITY;
      case SEDIMENT_DEMAND, RELEASE, FRINGE_RELEASE, FRINGE_DEMAND -> Dimension.AREAL;
      case RESIDUAL -> Dimension.CONCENTRATION;
      case PHOTOSYNTHESIS, RESPIRATION -> Dimension.VOLUMETRIC;
      case LIGHT -> Dimension.LIGHT_RATE;
      case BINDING -> Dimension.BINDING;
    };
  }

  private Reaction reaction(Row row, Units units) {
    Reaction.Kind kind = Reaction.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
    checkOxygen(row, kind);
    String product = row.text("product");
    return new Reaction(
        row.text("reaction"),
        row.text("constituent"),
        kind,
        units.quantity(row, dimension(kind)),
        row.number("theta", 1),
        product,
        row.number("yield", product.isEmpty() ? 0 : 1),
        row.provenance());
  }

  /// Only oxygen is taken by a fringe; it has processes of its own that give it and no residual.
  private void checkOxygen(Row row, Reaction.Kind kind) {
    Constituent of = constituents.get(row.text("constituent"));
    boolean isDemand = kind == Reaction.Kind.FRINGE_DEMAND;
    boolean isGift =
        kind == Reaction.Kind.RELEASE
            || kind == Reaction.Kind.FRINGE_RELEASE
            || kind == Reaction.Kind.RESIDUAL;
    if (of != null && (of.isOxygen() ? isGift : isDemand)) {
      problems.error(
          "kind_not_of_constituent",
          row.file(),
          row.number(),
          "kind",
          isDemand ? "DO" : "",
          row.text("kind"),
          of.id());
    }
  }

  private Optional<Rate> rate(Row row, Map<String, Reaction> reactions, Units units) {
    Reaction reaction = reactions.get(row.text("reaction"));
    if (reaction == null) {
      problems.error(
          "unknown_reference",
          row.file(),
          row.number(),
          "reaction",
          Schema.REACTIONS,
          row.text("reaction"),
          Nearest.of(row.text("reaction"), reactions.keySet()));
      return Optional.empty();
    }
    return Optional.of(
        new Rate(
            reaction.id(),
            row.text("place"),
            row.text("reach_class"),
            row.text("season"),
            row.number("min_discharge_m3_per_s", 0),
            row.number("max_discharge_m3_per_s", Double.POSITIVE_INFINITY),
            row.number("min_depth_m", 0),
            row.number("max_depth_m", Double.POSITIVE_INFINITY),
            units.quantity(row, dimension(reaction.kind())),
            row.provenance()));
  }

  /// Reactions that form a circle have no first constituent.
  private void circles(List<Reaction> reactions) {
    Map<String, List<String>> products = new HashMap<>();
    for (Reaction r : reactions) {
      if (!r.product().isEmpty() && !r.product().equals(r.constituent())) {
        products.computeIfAbsent(r.constituent(), c -> new ArrayList<>()).add(r.product());
      }
    }
    for (String start : constituents.keySet()) {
      if (reaches(start, start, products, new ArrayList<>())) {
        problems.error("reactions_in_a_circle", Schema.REACTIONS, 0, "product", "", start);
        return;
      }
    }
  }

  private static boolean reaches(
      String from, String to, Map<String, List<String>> products, List<String> seen) {
    for (String next : products.getOrDefault(from, List.of())) {
      if (next.equals(to)) {
        return true;
      }
      if (!seen.contains(next)) {
        seen.add(next);
        if (reaches(next, to, products, seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
