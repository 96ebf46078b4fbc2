package org.tonle.plain;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.law.RandomCountry;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// LAW: what Tonle computes is what its documentation says. A second, plain program (`PlainModel`
/// and its neighbours), written from docs/theory alone and sharing nothing with Tonle but the
/// records of a study, finds the same loads, rivers and lakes.
///
/// Not covered: scenarios, the fit, services and excreta, the mass balance, verdicts and their
/// probabilities, limits of the year and those that depend on the water (their figures are taken
/// from the run), water from nowhere, the margin of safety and the confidence of a daily load.
class PlainStudiesTest {
  private static final int BLOCK = 50;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void agreeOnRandomCountries(int block) {
    PlainAgreement agreement = new PlainAgreement();
    for (long seed = (long) block * BLOCK; seed < (block + 1L) * BLOCK; seed++) {
      Study study = new RandomCountry(seed).study();
      PlainModel model = new PlainModel(study);
      Result result = Runner.run(study, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();
      agreement.all("seed " + seed, model, result);
      agreement.dailyLoads("seed " + seed, model, result);
    }
    assertEquals("", agreement.differences());
    assertTrue(agreement.count("end of a lake") > 200, "lakes");
    assertTrue(agreement.count("worst of a reach") > 5_000, "reaches");
    assertTrue(agreement.count("load to the water") > 2_000, "loads");
  }

  /// Of Tonle the plain program knows the records of a study, and nothing that computes.
  @Test
  void shareNothingButTheRecordsOfAStudy() {
    noClasses()
        .that()
        .resideInAPackage("org.tonle.plain")
        .and()
        .haveNameNotMatching(".*(Test|PlainAgreement.*)")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.tonle..")
                .and(resideOutsideOfPackages("org.tonle.model..", "org.tonle.plain.."))
                .and(not(simpleName("ConcentrationUnit"))))
        .check(new ClassFileImporter().importPackages("org.tonle.plain"));
  }
}
