package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.law.RandomChanges;
import org.tonle.law.RandomCountry;
import org.tonle.load.service.Excreta;
import org.tonle.load.service.Service;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;

/// LAW: all that a town makes is removed, retained or delivered; whatever the paths, plants and
/// seasons. Towns of 864 000 people of 10 g/d make 100 g/s each.
class LoadLawTest {
  static Country country(Random dice) {
    Country country =
        new Country()
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .factor(Factor.Kind.PER_PERSON, "urban", "BOD", 40)
            .factor(Factor.Kind.PASSING, "lagoon", "", dice.nextDouble())
            .factor(Factor.Kind.RETENTION, "wetland", "", dice.nextDouble());
    for (Sanitation.Path path : Sanitation.Path.values()) {
      country.factor(Factor.Kind.PASSING, path.id(), "", dice.nextDouble());
    }
    Source.Plant.Status[] states = Source.Plant.Status.values();
    for (String plant : List.of("works-1", "works-2")) {
      Source.Plant.Status status =
          dice.nextBoolean() ? Source.Plant.Status.OPERATING : states[dice.nextInt(states.length)];
      country.plant(plant, status, 200_000 * dice.nextDouble(), dice.nextDouble(), 0.0);
    }
    for (int t = 0; t < 5; t++) {
      String town = "town-" + t;
      country.town(town, 864_000).seasonFactor(town, "wet", 4).seasonFactor(town, "dry", 0);
      double rest = 1;
      for (Sanitation.Path path : Sanitation.Path.values()) {
        double share = path == Sanitation.Path.NONE ? rest : rest * dice.nextDouble();
        rest -= share;
        String plant = "works-" + (1 + dice.nextInt(2));
        country.path(town, path, share, plant, dice.nextBoolean() ? "wetland" : "");
      }
    }
    return country;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLostOrMade(long seed) {
    Loads loads = country(new Random(seed)).loads();
    for (int t = 0; t < 5; t++) {
      String town = "town-" + t;
      double made = 0;
      double accounted = 0;
      for (LoadTerm term : loads.terms()) {
        assertTrue(term.removed_g_per_s() >= -1e-9 && term.retained_g_per_s() >= -1e-9);
        if (term.source().equals(town) && term.constituent().equals("TN")) {
          made += term.generated_g_per_s();
          accounted += term.removed_g_per_s() + term.retained_g_per_s() + mean(term);
        }
      }
      assertEquals(100, made, 100 * 1e-12);
      assertEquals(100, accounted, 100 * 1e-12);
    }
    for (LoadTerm term : loads.terms()) {
      double accounted = term.removed_g_per_s() + term.retained_g_per_s() + mean(term);
      assertEquals(term.generated_g_per_s(), accounted, 1e-9);
    }
  }

  /// The same of studies with everything that lives on a river, under changes of every kind.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void nothingIsLostOrMadeUnderChanges(int block) {
    for (long seed = 20L * block; seed < 20L * block + 20; seed++) {
      Study study = new RandomCountry(seed).study();
      Applied applied = Applied.of(study, new RandomChanges(study, seed).next());
      Loads loads = LoadModel.of(study, applied);
      String where = "seed " + seed + ", " + applied.scenario();
      for (LoadTerm term : loads.terms()) {
        double accounted =
            term.removed_g_per_s() + term.retained_g_per_s() + mean(term, study.waterways());
        double made = term.generated_g_per_s();
        assertEquals(made, accounted, 1e-9 * (1 + made), where + ", " + term);
      }
      for (Service one : loads.services()) {
        Excreta flow = one.excreta();
        assertEquals(one.people(), flow.people(), 1e-9 * one.people(), where + ", " + one);
        double safe = flow.treated() + flow.contained();
        assertTrue(one.strictlySafe().total() <= safe * (1 + 1e-12), where + ", " + one);
        assertTrue(flow.sewage().treated() <= flow.sewage().delivered(), where + ", " + one);
      }
      for (Source source : applied.sources()) {
        if (source instanceof Source.Town town) {
          double people =
              loads.services().stream()
                  .filter(s -> s.sewershed().equals(town.id()))
                  .mapToDouble(Service::people)
                  .sum();
          double expected = applied.people(town);
          assertEquals(expected, people, 1e-9 * expected, where + ", " + town.id());
        }
      }
    }
  }

  private static double mean(LoadTerm term, Study.Waterways water) {
    double sum = 0;
    double year_d = 0;
    for (int s = 0; s < water.seasons().size(); s++) {
      double duration_d = water.seasons().get(s).duration_d();
      sum += term.delivered_g_per_s().get(s) * duration_d;
      year_d += duration_d;
    }
    return sum / year_d;
  }

  static double mean(LoadTerm term) {
    return 0.25 * term.delivered_g_per_s().get(0) + 0.75 * term.delivered_g_per_s().get(1);
  }
}
