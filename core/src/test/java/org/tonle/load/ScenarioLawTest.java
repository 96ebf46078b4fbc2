package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;
import org.tonle.scenario.ScenarioCheck;
import org.tonle.scenario.StudyIndex;
import org.tonle.scenario.Touch;

/// LAW: whatever a scenario changes, sound or not, nobody and no mass is lost or made; the order of
/// changes is without meaning, bit for bit; nothing throws.
class ScenarioLawTest {
  static List<Long> seeds() {
    return java.util.stream.LongStream.range(0, 200).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void peopleAndMassAreConserved(long seed) {
    Random dice = new Random(seed);
    Study study = LoadLawTest.country(dice).study();
    Applied applied = Applied.of(study, new UnsoundChanges(dice).scenario());
    Loads loads = LoadModel.of(study, applied);
    Map<String, Double> people = new TreeMap<>();
    loads.services().forEach(s -> people.merge(s.town(), s.people(), Double::sum));
    for (Source source : applied.sources()) {
      if (source instanceof Source.Town town) {
        double expected = applied.people(town);
        assertEquals(expected, people.getOrDefault(town.id(), 0.0), expected * 1e-9, town.id());
      }
    }
    for (LoadTerm term : loads.terms()) {
      double accounted = term.removed_g_per_s() + term.retained_g_per_s() + LoadLawTest.mean(term);
      assertEquals(term.generated_g_per_s(), accounted, 1e-9 * (1 + term.generated_g_per_s()));
      assertTrue(term.delivered_g_per_s().stream().allMatch(d -> d >= 0), term.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfChangesIsWithoutMeaning(long seed) {
    Random dice = new Random(seed);
    Study study = LoadLawTest.country(dice).study();
    Scenario scenario = new UnsoundChanges(dice).scenario();
    List<Change> changes = new ArrayList<>(scenario.changes());
    Collections.shuffle(changes, dice);
    StudyIndex index = StudyIndex.of(study);
    Applied one = Applied.of(index, scenario);
    Applied other = Applied.of(index, scenario.with(changes));
    assertEquals(LoadModel.of(study, one), LoadModel.of(study, other));
    assertEquals(one.touch(), other.touch());
    assertEquals(one.rateFactor("decay"), other.rateFactor("decay"));
    assertEquals(one.heldDischarge("wet", "g"), other.heldDischarge("wet", "g"));
    ScenarioCheck check = ScenarioCheck.of(index);
    assertEquals(
        check.check(scenario).stream().map(p -> p.code()).sorted().toList(),
        check.check(scenario.with(changes)).stream().map(p -> p.code()).sorted().toList());
  }

  /// What a change does not touch stays as it was, bit for bit.
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNotTouchedStays(long seed) {
    Random dice = new Random(seed);
    Study study = LoadLawTest.country(dice).study();
    Applied before = Applied.of(study, Scenario.BASELINE);
    Applied after = Applied.of(before.index(), new UnsoundChanges(dice).scenario());
    List<Object> expected = untouched(LoadModel.of(study, before), after);
    List<Object> found = untouched(LoadModel.of(study, after), after);
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), found.get(i));
    }
  }

  /// Loads of what a scenario touches, computed by themselves, have the bits they have among all.
  @ParameterizedTest
  @MethodSource("seeds")
  void aPartHasTheBitsOfTheWhole(long seed) {
    Random dice = new Random(seed);
    Study study = LoadLawTest.country(dice).study();
    Applied applied = Applied.of(study, new UnsoundChanges(dice).scenario());
    Touch.Part touched = applied.touch().loads();
    Loads all = LoadModel.of(study, applied);
    List<Source> subset =
        new ArrayList<>(applied.sources().stream().filter(s -> touched.contains(s.id())).toList());
    Collections.shuffle(subset, dice);
    Loads part = LoadModel.of(LoadTables.of(study), applied, subset);
    assertEquals(
        all.terms().stream().filter(t -> touched.contains(t.source())).toList(), part.terms());
    assertEquals(
        all.services().stream().filter(s -> touched.contains(s.sewershed())).toList(),
        part.services());
    assertEquals(
        all.outfalls().stream().filter(o -> touched.contains(o.source())).toList(),
        part.outfalls());
  }

  private static List<Object> untouched(Loads loads, Applied after) {
    List<Object> all = new ArrayList<>();
    loads.terms().stream()
        .filter(t -> !after.touch().loads().contains(t.source()))
        .forEach(all::add);
    loads.services().stream()
        .filter(s -> !after.touch().loads().contains(s.sewershed()))
        .forEach(all::add);
    loads.outfalls().stream()
        .filter(o -> !after.touch().loads().contains(o.source()))
        .forEach(all::add);
    return all;
  }
}
