package org.tonle.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// LAW: of Cambodia, a second program that shares nothing with Tonle but the reader computes the
/// same (`PlainStudiesTest` says what it is, and what it does not know).
class PlainCambodiaTest {
  @Test
  void agreesOnLoadsWaterAndConcentrations() {
    Study study = StudyReader.read(Folders.study("cambodia")).study().orElseThrow();
    PlainAgreement agreement = new PlainAgreement();
    PlainModel model = new PlainModel(study);
    Result result = Runner.run(study, Scenario.BASELINE, Options.of(0, 2)).result().orElseThrow();
    agreement.all("Cambodia", model, result);
    agreement.dailyLoads("Cambodia", model, result);
    assertEquals("", agreement.differences());
    assertTrue(agreement.count("worst of a reach") > 4_000, "reaches");
  }
}
