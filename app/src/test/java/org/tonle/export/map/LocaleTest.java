package org.tonle.export.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Digits that a machine reads are the same wherever the program runs.
class LocaleTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"km-KH-u-nu-khmr", "ar-EG", "fa-IR", "de-DE"})
  void theColoursOfTheMapAreTheSame(String language) {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    Result result = Runner.run(study, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();
    Locale.setDefault(Locale.ROOT);
    MapFindings findings = new MapFindings(result, List.of(), Optional.empty());
    List<MapStyles.Style> plain = new MapStyles(findings).styles();
    Locale.setDefault(Locale.forLanguageTag(language));
    assertEquals(plain, new MapStyles(findings).styles());
  }
}
