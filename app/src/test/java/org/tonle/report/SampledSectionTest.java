package org.tonle.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// The chapter on measured water says what the samples say, in each language.
class SampledSectionTest {
  @TempDir Path folder;

  private String chapter(String language, String observations) throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(folder.resolve("observations.csv"), observations, StandardOpenOption.APPEND);
    Study read = StudyReader.read(folder).study().orElseThrow();
    Result result = Runner.run(read, Scenario.BASELINE, Options.of(40, 1)).result().orElseThrow();
    String html = Reports.html(result, Words.in(language));
    return html.substring(html.indexOf("<h2 id='samples'>"), html.indexOf("<h2 id='measured'>"));
  }

  /// Two samples of BOD a year for seven years, rising by 1 mg/L; the limit of class III is 4 mg/L.
  private static String rising() {
    StringBuilder rows = new StringBuilder();
    for (int year = 2018; year < 2025; year++) {
      for (String day : new String[] {"-02-10", "-08-10"}) {
        rows.append(
            "Lower bridge,TAIL,%d%s,,BOD,sample,1,%d,mg/L,check,,estimate,invented\n"
                .formatted(year, day, year - 2015));
      }
    }
    return rows.toString();
  }

  @Test
  void aRisingSeriesIsToldWithItsArrow() throws IOException {
    String chapter = chapter("en", rising());
    assertTrue(chapter.contains("↗ rises by 1 mg/L a year (p &lt; 0.001, 7 years)"), chapter);
    assertTrue(chapter.contains("biochemical oxygen demand (BOD) at 1"), chapter);
    assertFalse(chapter.contains("No trend can be told"), chapter);
    assertTrue(chapter.contains("no river measurement of"), chapter);
  }

  @Test
  void khmerAndChineseSayTheSame() throws IOException {
    assertTrue(chapter("zh", rising()).contains("↗ 每年上升 1 mg/L"));
  }

  @Test
  void withoutFiveYearsNoTrendIsTold() throws IOException {
    String chapter = chapter("km", "");
    assertTrue(chapter.contains("មិនអាចនិយាយអំពីនិន្នាការបានទេ"), chapter);
  }
}
