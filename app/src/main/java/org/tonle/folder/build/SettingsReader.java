package org.tonle.folder.build;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Toml;
import org.tonle.model.Settings;
import org.tonle.problem.Nearest;
import org.tonle.text.Cells;

/// Reader of study.toml.
public final class SettingsReader {
  /// Problems that a study may accept knowingly; then it computes with its numbers as written.
  /// Every warning is one.
  public static final Set<String> ACCEPTABLE =
      Set.of(
          "shares_do_not_sum",
          "unknown_file",
          "unknown_column",
          "unknown_source",
          "town_without_sanitation",
          "word_for_a_value",
          "row_limit",
          "empty_unit",
          "named_like_its_unit",
          "no_uncertainty",
          "reaches_to_turn",
          "unknown_figure",
          "unusual_value",
          "reach_in_wrong_place",
          "rank_of_two_classes",
          "table_without_rows",
          "mark_among_values",
          "season_without_row",
          "part_above_whole",
          "bound_above_whole",
          "limits_out_of_order",
          "after_the_study",
          "sample_stands_twice",
          "samples_contradict",
          "length_off_the_map",
          "depth_above_width",
          "far_from_its_water",
          "area_above_outline",
          "more_than_its_river",
          "factors_not_around_one",
          "unused_figure",
          "figure_gap",
          "path_to_idle_plant",
          "retention_not_said",
          "technology_not_said",
          "group_without_spread",
          "load_without_spread",
          "percent_or_fraction",
          "odd_ratio",
          "odd_size",
          "fractions_do_not_sum",
          "lake_volumes_do_not_meet",
          "reach_runs_uphill",
          "reaches_meet_at_an_end",
          "unit_suspect",
          "possible_twin",
          "population_differs",
          "legacy_font_text",
          "garbled_text",
          "possible_missing_mark",
          "possible_total",
          "far_from_others",
          "no_line_end",
          "unconnected_reaches",
          "source_without_figures",
          "concentration_without_volume",
          "plant_over_capacity",
          "sludge_over_capacity",
          "load_into_dry_water",
          "load_swallowed",
          "beyond_fit",
          "water_from_nowhere",
          "load_ends_without_water",
          "effluent_above_river",
          "odd_velocity",
          "travel_time_exceeds_season",
          "water_balance_open",
          "water_without_constituent",
          "technology_removes_nothing",
          "exponent_above_one",
          "cost_falls_with_size",
          "odd_unit_cost",
          "odd_exchange_rate",
          "price_year_in_future");

  /// The day on which laws are looked up lies in the study's years.
  private static final int FARTHEST_YEARS = 10;

  private static final String IN_DISCHARGE = "in_discharge";
  private static final String JOIN = "join";

  private final Toml toml;
  private final Problems problems;

  public SettingsReader(Toml toml, Problems problems) {
    this.toml = toml;
    this.problems = problems;
  }

  public Settings read(Set<String> standards) {
    Toml water = toml.table("hydraulics");
    Toml capacity = toml.table("capacity");
    Toml fit = toml.table("fit");
    int year = (int) toml.whole("year", 0, 1900, 2150);
    if (!toml.has("year")) {
      problems.error("missing_value", toml.file(), 0, "year", "1900 … 2150", "");
    }
    Settings settings =
        new Settings(
            year,
            new Settings.Judging(
                date(year),
                toml.number("confidence", 0.9, 0.5, 0.999),
                mainStandard(standards),
                capacity.number("margin_of_safety", 0, 0, 1),
                capacity.number("reserve", 0, 0, 1)),
            new Settings.Sampling(
                (int) toml.whole("draws", 1000, 1, 1_000_000),
                toml.whole("seed", 1, 0, 9e15),
                water.number("discharge_exponent", 0.34, 0, 1),
                water.number("group_correlation", 0, 0, 1)),
            new Settings.Routing(
                water.number("turning_share", 0.1, 0, 1),
                water.number("closure_share", 0.05, 0, 1),
                doEffluentsJoin(water),
                (int) water.whole("lake_steps", 32, 1, 10_000),
                (int) water.whole("max_lakes_in_cycle", 64, 1, 1000)),
            new Settings.Ambient(
                water.number("temperature_c", 20, 0, 45),
                water.number("light_w_per_m2", 200, 0, 500),
                water.number("salinity_g_per_kg", 0, 0, 45),
                water.number("tss_mg_per_l", 50, 0, 100_000)),
            fit.flag("conditioned"),
            accepted());
    usual(water, "tss_mg_per_l", 0.5, 5000);
    usual(water, "light_w_per_m2", 10, 450);
    water.checkKeys();
    capacity.checkKeys();
    fit.checkKeys();
    return settings;
  }

  /// Whether the study says that its effluents join its discharges, or are in them already.
  private boolean doEffluentsJoin(Toml water) {
    String found = water.text("effluents", IN_DISCHARGE);
    if (!found.equals(IN_DISCHARGE) && !found.equals(JOIN)) {
      problems.error(
          "unknown_word",
          toml.file(),
          0,
          "hydraulics.effluents",
          IN_DISCHARGE + ", " + JOIN,
          found);
    }
    return found.equals(JOIN);
  }

  private void usual(Toml table, String key, double low, double high) {
    double value = table.has(key) ? table.number(key, low, 0, 1e9) : low;
    if (value != 0 && (value < low || value > high)) {
      String range = Cells.plain(low) + " … " + Cells.plain(high);
      problems.warn("unusual_value", toml.file(), 0, key, range, Cells.plain(value), "");
    }
  }

  private String mainStandard(Set<String> standards) {
    String main = toml.text("main_standard", "");
    if (!main.isEmpty() && !standards.contains(main)) {
      problems.error(
          "unknown_reference",
          toml.file(),
          0,
          "main_standard",
          Schema.STANDARDS,
          main,
          Nearest.id(main, standards));
    }
    return main;
  }

  private LocalDate date(int year) {
    String text = toml.text("date", "");
    try {
      if (text.isEmpty()) {
        return LocalDate.of(year, 7, 1);
      }
      LocalDate date = LocalDate.parse(text);
      boolean isNear = StrictMath.abs(date.getYear() - year) <= FARTHEST_YEARS || year == 0;
      if (Cells.isOfOurTime(date) && isNear) {
        return date;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    problems.error("bad_date", toml.file(), 0, "date", "2024-06-30", text);
    return LocalDate.of(year, 7, 1);
  }

  private List<Settings.Accepted> accepted() {
    return toml.tables("accept").stream()
        .map(
            t -> {
              Settings.Accepted one =
                  new Settings.Accepted(
                      t.requiredText("code"),
                      t.text("file", ""),
                      t.text("about", ""),
                      t.requiredText("reason"));
              if (!one.code().isEmpty() && !ACCEPTABLE.contains(one.code())) {
                problems.error(
                    "not_acceptable",
                    toml.file(),
                    0,
                    "accept.code",
                    String.join(" | ", new java.util.TreeSet<>(ACCEPTABLE)),
                    one.code(),
                    Nearest.id(one.code(), ACCEPTABLE));
              }
              t.checkKeys();
              return one;
            })
        .toList();
  }
}
