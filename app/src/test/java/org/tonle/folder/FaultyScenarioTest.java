package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.ScenarioCheck;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/// Scenarios as people write them: each fault raises its own problem, the same in TOML and in JSON.
class FaultyScenarioTest {
  private static final Study STUDY =
      StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
  private static final ScenarioCheck CHECK = ScenarioCheck.of(STUDY);

  /// Text of a scenario, with the problem that it raises: code, column, found, hint.
  private static final Map<String, String> FAULTS =
      Map.ofEntries(
          Map.entry(set("town = 'T-UPP'", ""), "unknown_reference town T-UPP T-UP"),
          Map.entry(
              set("town = 'T-LOW'\nsewershed = 'T-UP'", ""), "unknown_reference sewershed T-UP "),
          Map.entry(set("town = 'T-LOW'", "plant = 'WP9'"), "unknown_reference plant WP9 WP"),
          Map.entry("[[set_plant]]\nplant = 'WPX'", "unknown_reference plant WPX WP"),
          Map.entry(
              "[[set_discharge]]\nseason = 'drie'\nfactor = 0.5",
              "unknown_reference season drie dry"),
          Map.entry(
              "[[scale_rate]]\nreaction = 'nitrificaton'\nfactor = 0.5",
              "unknown_reference reaction nitrificaton nitrification"),
          Map.entry(
              "[[scale_load]]\ncategory = 'sewerd'\nfactor = 0.5",
              "unknown_reference category sewerd sewered"),
          Map.entry(
              "[[scale_load]]\nunit = 'UPER'\nfactor = 0.5", "unknown_reference unit UPER UPPER"),
          Map.entry(
              "[[scale_load]]\nconstituent = 'BODD'\nfactor = 0.5",
              "unknown_reference constituent BODD BOD"),
          Map.entry("[[scale_load]]\nsource = 'T-UP'\nfactor = -1", "out_of_range factor -1 "),
          Map.entry("[[scale_load]]\nsource = 'T-UP'\nfactor = nan", "out_of_range factor NaN "),
          Map.entry(
              "[[scale_load]]\nsource = 'T-UP'\nfactor = inf", "out_of_range factor Infinity "),
          Map.entry("[[scale_load]]\nsource = 'T-UP'", "missing_value scale_load.factor  "),
          Map.entry("[[set_discharge]]\nseason = 'dry'\nfactor = 0", "river_emptied factor 0 "),
          Map.entry(
              "[[build]]\nsite = 'T-LOW'\ntechnology = 'a2o'\nreliability = 1.2",
              "out_of_range reliability 1.2 "),
          Map.entry("year = 2020", "out_of_range year 2020 "),
          Map.entry("year = 2101", "out_of_range year 2101 "),
          Map.entry("", "scenario_without_changes   "),
          Map.entry("[[scale_load]]\nsource = 'T-UP'\nfactor = 1", "scenario_changes_nothing   "),
          Map.entry(
              "[[scale_load]]\nsource = 'PHNOM'\nfactor = 1\n"
                  + "[[set_plant]]\nplant = 'CHOEUNG-EK'",
              "scenario_of_another_study  CHOEUNG-EK, PHNOM "),
          Map.entry(
              "[[scale_load]]\nsource = 'T-UP'\nfactor = 0.5\n"
                  + "[[scale_load]]\nsource = 'T-UP'\nfactor = 0.6",
              "changes_disagree  scale_load T-UP "),
          Map.entry(
              "[[set_sanitation]]\ntown = 'T-LOW'\npath = 'pit'\nshare = 0.9\nfrom = 'septic'",
              "too_few_people from T-LOW septic: 0.6 "),
          Map.entry(
              "[[set_sanitation]]\ntown = 'T-LOW'\npath = 'sewer'\nshare = 0.7\nfrom = 'all'\n"
                  + "[[set_sanitation]]\ntown = 'T-LOW'\npath = 'pit'\nshare = 0.4\nfrom = 'all'",
              "shares_above_one share T-LOW: 1.1 "),
          Map.entry(
              "[[set_sanitation]]\ntown = 'T-LOW'\npath = 'sewer'\nshare = 0.7",
              "people_without_path from T-LOW: 0.7 from = \"all\""),
          Map.entry(
              "[[set_sanitation]]\ntown = 'T-LOW'\npath = 'sewer'\nshare = 0.7\nfrom = 'sewer'",
              "from_in_circle from T-LOW sewer "),
          Map.entry(set("town = 'T-LOW'", "plant = 'WP2'"), "plant_not_operating plant WP2 "),
          Map.entry(set("town = 'T-LOW'", ""), "missing_value plant  "));

  private static String set(String town, String plant) {
    return "[[set_sanitation]]\n"
        + town
        + "\npath = 'sewer_plant'\nshare = 0.5\nfrom = 'all'\n"
        + plant;
  }

  private static String text(Problem p) {
    return p.code() + " " + p.column() + " " + p.found() + " " + p.hint();
  }

  private static List<String> texts(ScenarioText read) {
    return read.problems().stream().map(FaultyScenarioTest::text).toList();
  }

  @Test
  void aFaultRaisesItsProblem() {
    Map<String, List<String>> expected = new TreeMap<>();
    Map<String, List<String>> found = new TreeMap<>();
    FAULTS.forEach(
        (toml, problem) -> {
          expected.put(toml, List.of(problem));
          found.put(toml, texts(ScenarioText.toml("s.toml", "id = 's'\n" + toml, CHECK)));
        });
    found.entrySet().removeAll(expected.entrySet());
    assertEquals(Map.of(), found);
  }

  @Test
  void jsonRaisesTheSame() {
    Map<String, List<String>> found = new TreeMap<>();
    FAULTS.forEach(
        (toml, problem) -> {
          if (!problem.contains("NaN") && !problem.contains("Infinity")) {
            String json =
                new JsonMapper().writeValueAsString(new TomlMapper().readTree("id = 's'\n" + toml));
            List<String> texts = texts(ScenarioText.json("", json, CHECK));
            if (!texts.equals(List.of(problem))) {
              found.put(json, texts);
            }
          }
        });
    assertEquals(Map.of(), found);
  }

  @Test
  void textThatIsNoJsonIsRefused() {
    for (String text : List.of("", "[]", "{", "null")) {
      assertEquals(
          List.of("not_json"),
          ScenarioText.json("", text, CHECK).problems().stream().map(Problem::code).toList(),
          text);
    }
  }

  @Test
  void theWholeGrammarIsRead() {
    ScenarioText read =
        ScenarioText.toml(
            "s.toml",
            """
            id = "later"
            year = 2040
            [[growth]]
            unit = "UPPER"
            growth_percent_per_a = 3
            [climate]
            temperature_rise_c = 1.5
            [[climate.discharge]]
            season = "dry"
            group = "river"
            factor = 0.8
            [[build]]
            site = "NEW"
            technology = "conventional_activated_sludge"
            capacity_m3_per_d = 2000
            node = "LOW"
            serves = ["T-LOW"]
            year = 2035
            """,
            CHECK);
    assertEquals(List.of(), read.problems());
    assertEquals(0.03, read.scenario().orElseThrow().growth().getFirst().growth_per_a(), 1e-12);
    assertEquals(1.5, read.scenario().orElseThrow().climate().temperatureRise_c());
  }
}
