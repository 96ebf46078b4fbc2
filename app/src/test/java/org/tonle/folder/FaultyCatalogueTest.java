package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.model.Catalogue;
import org.tonle.model.CostCurve;
import org.tonle.model.CostItem;
import org.tonle.model.Quality;
import org.tonle.model.Technology;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.TechnologyPrice;
import org.tonle.problem.Severity;

/// Technologies and prices, each fault at its own cell, and nothing else; and a catalogue of a
/// study's own beside the built-in one.
class FaultyCatalogueTest {
  private static final String COSTS =
      "technology,cost,capacity_m3_per_d,amount,factor,exponent,from_m3_per_d,to_m3_per_d,"
          + "ceiling_per_m3_per_d,floor_per_m3_per_d,share_percent_per_a,currency,price_year\n";

  @TempDir Path folder;

  @BeforeEach
  void twoTowns() throws IOException {
    Folders.twoTowns(folder);
  }

  private List<String> wrong() {
    return StudyReader.read(folder).problems().stream()
        .filter(p -> p.severity() != Severity.NOTE)
        .map(p -> p.code() + " " + p.file() + " " + p.row() + " " + p.column())
        .toList();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private Catalogue catalogue() {
    return StudyReader.read(folder).study().orElseThrow().catalogue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // cost zero, negative, of no currency, no year, a currency that is none, one without a rate
        "mabr,capital,1000,0,,,,,,,,USD,2020; out_of_range technology_costs.csv 2 amount",
        "mabr,capital,1000,-5,,,,,,,,USD,2020; out_of_range technology_costs.csv 2 amount",
        "mabr,capital,1000,1000000,,,,,,,,,2020; missing_value technology_costs.csv 2 currency",
        "mabr,capital,1000,1000000,,,,,,,,USD,; missing_value technology_costs.csv 2 price_year",
        "mabr,capital,1000,1000000,,,,,,,,USB,2020; unknown_currency technology_costs.csv 2 currency",
        "mabr,capital,1000,1000000,,,,,,,,CNY,2020; no_exchange_rate technology_costs.csv 2 currency",
        // a form of cost that is none, or two
        "mabr,capital,1000,,,,,,,,,USD,2020; missing_value technology_costs.csv 2 amount",
        "mabr,capital,,1000000,,,,,,,,USD,2020; missing_value technology_costs.csv 2 capacity_m3_per_d",
        "mabr,capital,,,1000,,,,,,,USD,2020; missing_value technology_costs.csv 2 exponent",
        "mabr,capital,1000,1000000,1000,0.6,,,,,,USD,2020; cost_in_two_forms technology_costs.csv 2 cost",
        ",capital,1000,1000000,,,,,,,,USD,2020; missing_value technology_costs.csv 2 technology",
        // curves
        "mabr,capital,,,100000,0.6,5000,500,,,,USD,2020; out_of_range technology_costs.csv 2 from_m3_per_d",
        "mabr,capital,,,100000,0,,,,,,USD,2020; out_of_range technology_costs.csv 2 exponent",
        "mabr,capital,,,100000,-0.6,,,,,,USD,2020; out_of_range technology_costs.csv 2 exponent",
        "mabr,capital,,,1000,1.1,,,,,,USD,2020; exponent_above_one technology_costs.csv 2 exponent",
        "mabr,capital,,,100000,0.6,,,500,900,,USD,2020; figures_out_of_order technology_costs.csv 2 floor_per_m3_per_d",
        // sizes
        "mabr,capital,1000,1000,,,,,,,,USD,2020; odd_unit_cost technology_costs.csv 2 amount",
        "mabr,capital,1000,1e12,,,,,,,,USD,2020; odd_unit_cost technology_costs.csv 2 amount",
        "mabr,capital,,,2e9,0.6,,,,,,USD,2020; odd_unit_cost technology_costs.csv 2 factor",
        "mabr,capital,1000,1e16,,,,,,,,USD,2020; out_of_range technology_costs.csv 2 amount",
        "mabr,running,1000,1e9,,,,,,,,USD,2020; odd_unit_cost technology_costs.csv 2 amount",
        "mabr,running,,,,,,,,,150,USD,2020; out_of_range technology_costs.csv 2 share_percent_per_a",
        "mabr,running,,,,,,,,,0.03,,; odd_ratio technology_costs.csv 2 share_percent_per_a",
        "mabr,capital,1000,1000000,,,,,,,,USD,2090; price_year_in_future technology_costs.csv 2 price_year",
        // members of the family that nobody named
        "mabr,capital,1000,1e400,,,,,,,,USD,2020; missing_mark technology_costs.csv 2 amount",
        "mabr,capital,1000,1 million,,,,,,,,USD,2020; not_a_number technology_costs.csv 2 amount",
        "mabr,capital,1000,1000000,,,,,,,,usd,2020; unknown_currency technology_costs.csv 2 currency",
        "mabr,capital,1000,1000000,,,,,,,,$,2020; unknown_currency technology_costs.csv 2 currency",
        "mabr,capital,1000,1000000,,,,,,,,USD,20; out_of_range technology_costs.csv 2 price_year",
        "mabr,capital,1000,1000000,,,,,,,,USD,2020.5; not_a_number technology_costs.csv 2 price_year",
        "mabr,capital,1e9,1e12,,,,,,,,USD,2020; out_of_range technology_costs.csv 2 capacity_m3_per_d",
        "mabr,capital,0,1000000,,,,,,,,USD,2020; out_of_range technology_costs.csv 2 capacity_m3_per_d",
        "mabr,investment,1000,1000000,,,,,,,,USD,2020; unknown_word technology_costs.csv 2 cost",
        "mabr,,1000,1000000,,,,,,,,USD,2020; missing_value technology_costs.csv 2 cost",
        "mabr,capital,,,,,,,,,3,USD,2020; missing_value technology_costs.csv 2 capacity_m3_per_d",
        "mabr,capital,,,100000,0.6,,,,-5,,USD,2020; out_of_range technology_costs.csv 2 floor_per_m3_per_d",
        "mabr+uv_disinfection,capital,1000,1000000,,,,,,,,USD,2020; unknown_reference technology_costs.csv 2 technology",
        // technologies
        "mabrr,capital,1000,1000000,,,,,,,,USD,2020; unknown_reference technology_costs.csv 2 technology",
      })
  void aFaultyCostIsFound(String row, String expected) throws IOException {
    write("technology_costs.csv", COSTS + row + "\n");
    assertTrue(wrong().contains(expected), wrong().toString());
    assertEquals(1, wrong().stream().map(w -> w.split(" ")[0]).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 2000000, mabr, duplicate_row technology_costs.csv 3 technology",
    "2000000, 1000000, mabr2, cost_falls_with_size technology_costs.csv 3 amount"
  })
  void rowsOfOneCostAreSeenTogether(double one, double other, String id, String expected)
      throws IOException {
    int second = id.equals("mabr") ? 1000 : 2000;
    write(
        "technology_costs.csv",
        COSTS
            + "mabr,capital,1000,"
            + one
            + ",,,,,,,,USD,2020\nmabr,capital,"
            + second
            + ","
            + other
            + ",,,,,,,,USD,2020\n");
    assertEquals(List.of(expected), wrong());
  }

  @Test
  void aCurveAndAPointAreTwoForms() throws IOException {
    write(
        "technology_costs.csv",
        COSTS
            + "mabr,capital,1000,1000000,,,,,,,,USD,2020\n"
            + "mabr,capital,,,100000,0.6,,,,,,USD,2020\n");
    assertEquals(List.of("cost_in_two_forms technology_costs.csv 3 cost"), wrong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,BOD,,1.2,,;out_of_range removals.csv 2 typical",
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,BOD,,-0.1,,;out_of_range removals.csv 2 typical",
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,BOD,,120,,percent;out_of_range removals.csv 2 typical",
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,FC,,40,,log10;out_of_range removals.csv 2 typical",
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,BOD,0.9,0.8,0.95,;figures_out_of_order removals.csv 2 typical",
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,BOD,0.7,0.8,0.75,;figures_out_of_order removals.csv 2 typical",
        "removals.csv;technology,constituent,low,typical,high,unit;mabr,BODD,,0.8,,;unknown_reference removals.csv 2 constituent",
        "removals.csv;technology,constituent,low,typical,high,unit;,BOD,,0.8,,;missing_value removals.csv 2 technology",
        "removals.csv;technology,class,constituent,typical;mabr,pond,BOD,0.8;technology_and_class removals.csv 2 class",
        "removals.csv;technology,constituent,typical,unit;mabr,FC,3,logs;unknown_word removals.csv 2 unit",
        "technologies.csv;technology,class;reeds,wetlands;unknown_word technologies.csv 2 class",
        "technologies.csv;technology,class;reeds,;missing_value technologies.csv 2 class",
        "technologies.csv;technology,class;screens,tertiary;technology_removes_nothing technologies.csv 2 technology",
        "technologies.csv;technology,class,capacity_from_m3_per_d,capacity_to_m3_per_d;reeds,wetland,500,50;out_of_range technologies.csv 2 capacity_from_m3_per_d",
        "technologies.csv;technology,capacity_to_m3_per_d;a2o,100;figures_out_of_order technologies.csv 2 capacity_to_m3_per_d",
        "technologies.csv;technology,class,civil_life_a;reeds,wetland,0;out_of_range technologies.csv 2 civil_life_a",
        "technologies.csv;technology,class,machines_life_a;reeds,wetland,-3;out_of_range technologies.csv 2 machines_life_a",
        "technology_needs.csv;technology,need,typical;mabr,energy_kwh_per_m3,-1;out_of_range technology_needs.csv 2 typical",
        "technology_needs.csv;technology,need,low,typical;mabr,energy_kwh_per_m3,2,1;figures_out_of_order technology_needs.csv 2 typical",
        "technology_needs.csv;technology,need,typical;mabr,water,1;unknown_word technology_needs.csv 2 need",
        "cost_items.csv;item,capital,currency,price_year;sewer,0,USD,2020;out_of_range cost_items.csv 2 capital",
        "cost_items.csv;item,capital,currency,price_year;sewer,,USD,2020;missing_value cost_items.csv 2 capital",
        "cost_items.csv;item,capital,currency,price_year;sewer,400,KHR,2020;no_exchange_rate cost_items.csv 2 currency",
        "cost_items.csv;item,capital,currency,price_year;sewer,400000,USD,2020;odd_unit_cost cost_items.csv 2 capital",
        "cost_items.csv;item,capital,currency,price_year;pipes,400,USD,2020;unknown_word cost_items.csv 2 item",
        "cost_items.csv;item,unit,capital,currency,price_year;land,Nowhere,40,USD,2020;unknown_reference cost_items.csv 2 unit",
        "exchange_rates.csv;currency,year,per_usd;CNY,2020,0.14;odd_exchange_rate exchange_rates.csv 2 per_usd",
        "exchange_rates.csv;currency,year,per_usd;USD,2020,1.1;odd_exchange_rate exchange_rates.csv 2 per_usd",
        "exchange_rates.csv;currency,year,per_usd;RMB,2020,6.9;unknown_currency exchange_rates.csv 2 currency",
        "exchange_rates.csv;currency,year,per_usd;KHR,2020,0;out_of_range exchange_rates.csv 2 per_usd",
        "projects.csv;project,name,cost;own,Own plant,1000000;missing_value projects.csv 2 currency",
        "projects.csv;project,name,technology;own,Own plant,magic;unknown_reference projects.csv 2 technology",
      })
  void aFaultyRowIsFound(String file, String header, String row, String expected)
      throws IOException {
    write(file, header + "\n" + row + "\n");
    assertTrue(wrong().contains(expected), wrong().toString());
    assertEquals(1, wrong().stream().map(w -> w.split(" ")[0]).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({
    "discount_percent_per_a = 120, out_of_range",
    "discount_percent_per_a = 100, out_of_range",
    "discount_percent_per_a = -1, out_of_range",
    "discount_percent_per_a = 0.06, unusual_value",
    "currency = \"RMB\", unknown_currency",
    "currency = \"KHR\", no_exchange_rate",
    "base_year = 3000, out_of_range",
    "discount_rate = 6, unknown_key"
  })
  void faultyMoneyIsFound(String line, String code) throws IOException {
    Folders.edit(folder, "study.toml", t -> t + "\n[money]\n" + line + "\n");
    assertEquals(List.of(code), wrong().stream().map(w -> w.split(" ")[0]).toList());
  }

  @Test
  void aStudyWithoutTablesHasTheBuiltInCatalogue() {
    Catalogue catalogue = catalogue();
    Technology sludge = catalogue.technology("trickling_filter").orElseThrow();
    assertEquals(0.85, sludge.removal("BOD").orElseThrow().typicalShare(), 1e-12);
    assertEquals(Quality.PUBLISHED, sludge.removal("BOD").orElseThrow().provenance().quality());
    // log10 1.59 of its class leaves 10^-1.59 = 0.0257
    assertEquals(0.0257, 1 - sludge.removal("FC").orElseThrow().typicalShare(), 1e-4);
    assertEquals(0.2, sludge.needs().energy_kwh_per_m3().value(), 1e-12);
    Technology mabr = catalogue.technology("mabr").orElseThrow();
    assertEquals(Quality.ESTIMATE, mabr.removal("BOD").orElseThrow().provenance().quality());
    assertTrue(mabr.needs().land_m2_per_m3_per_d().isAssumed());
    assertTrue(catalogue.technology("mabr+uv_disinfection").isPresent());
    assertTrue(catalogue.technology("mabr+nothing").isEmpty());
  }

  /// Every technology has a price, and every price that rests on nothing but the default curve is
  /// the curve times the ratio of its class: 154,651 · 10,000^0.526 = 19.66 million, of ponds 0.4.
  @Test
  void everyTechnologyHasAPrice() {
    PriceBook book = PriceBook.of(catalogue());
    assertEquals(catalogue().technologies().size(), book.technologies().size());
    TechnologyPrice mabr = book.technology("mabr").orElseThrow();
    TechnologyPrice ponds = book.technology("waste_stabilisation_ponds").orElseThrow();
    assertEquals(19.66e6, mabr.capital_usd(10_000), 0.02e6);
    assertEquals(0.4 * mabr.capital_usd(10_000), ponds.capital_usd(10_000), 1);
    // 3 % a year of it at full load; half of that when nothing comes
    assertEquals(0.03 * 19.66e6, mabr.running_usd_per_a(10_000, 10_000), 1000);
    assertEquals(0.015 * 19.66e6, mabr.running_usd_per_a(10_000, 0), 1000);
    assertTrue(book.item(CostItem.Kind.SEWER, "").isPresent());
  }

  /// An own technology, own prices in riel at 4,000 a dollar, own land in one province.
  @Test
  void aStudyAddsItsOwn() throws IOException {
    write("technologies.csv", "technology,name,class\nreeds,Reed bed,wetland\n");
    write("removals.csv", "technology,constituent,typical\nreeds,BOD,0.6\nmabr,BOD,0.95\n");
    write("exchange_rates.csv", "currency,year,per_usd\nKHR,2020,4000\n");
    write(
        "technology_costs.csv",
        """
        technology,cost,capacity_m3_per_d,amount,currency,price_year
        reeds,capital,100,400000000,KHR,2020
        reeds,capital,1000,2000000000,KHR,2020
        """);
    assertEquals(List.of(), wrong());
    TechnologyPrice reeds = PriceBook.of(catalogue()).technology("reeds").orElseThrow();
    assertEquals(100_000, reeds.capital_usd(100), 1e-6);
    assertEquals(300_000, reeds.capital_usd(550), 1e-6);
    assertEquals(0.6, reeds.technology().removal("BOD").orElseThrow().typicalShare(), 1e-12);
    assertEquals(0.48, reeds.technology().removal("TN").orElseThrow().typicalShare(), 1e-12);
    assertEquals(
        0.95,
        catalogue().technology("mabr").orElseThrow().removal("BOD").orElseThrow().typicalShare(),
        1e-12);
    assertTrue(catalogue().cost("reeds").orElseThrow().capital() instanceof CostCurve.Points);
  }

  /// A plant may name a technology of the catalogue without figures of the study's own; what passes
  /// is then what the catalogue says.
  @Test
  void aPlantMayHaveATechnologyOfTheCatalogue() throws IOException {
    Folders.edit(
        folder, "plants.csv", t -> t.replace("conventional_activated_sludge", "oxidation_ditch"));
    assertTrue(wrong().stream().noneMatch(w -> w.startsWith("unknown_figure")), wrong().toString());
  }
}
