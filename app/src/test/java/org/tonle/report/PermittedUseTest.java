package org.tonle.report;

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
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.run.Options;
import org.tonle.run.Runner;

class PermittedUseTest {
  @TempDir Path folder;

  private String says(String observation) throws IOException {
    Path own = Folders.twoTowns(folder.resolve(observation.isEmpty() ? "as-it-is" : "with-more"));
    Files.writeString(own.resolve("observations.csv"), observation, StandardOpenOption.APPEND);
    Study study = StudyReader.read(own).study().orElseThrow();
    Html html = new Html();
    new PermittedUse(
            new Page(
                Runner.run(study, Scenario.BASELINE, Options.of(200, 1)).result().orElseThrow(),
                Words.in("en")))
        .write(html);
    return html.toString();
  }

  // Nobody measured bacteria to check the model, so they decide nothing but where to measure.
  @Test
  void withoutSamplesForCheckingAFigureSaysWhereToMeasure() throws IOException {
    String measure = part(says(""), "too little was measured");
    assertTrue(measure.contains("FC"), measure);
  }

  // The tutorial's few samples of nitrogen lie in its band; three far beyond it lose this right.
  @Test
  void onlyABandThatHoldsOrdersPlaces() throws IOException {
    String order = part(says(""), "to order places");
    assertTrue(order.contains("TN"), order);
    String row = "Lower bridge,TAIL,2024-0%d-10,,TN,sample,1,900,mg/L,check,,estimate,invented\n";
    String far = row.formatted(1) + row.formatted(2) + row.formatted(3);
    String missed = part(says(far), "too little was measured");
    assertTrue(missed.contains("TN"), missed);
  }

  /// The sentence that holds some words.
  private static String part(String html, String words) {
    for (String sentence : html.split("(?<=\\.)")) {
      if (sentence.contains(words)) {
        return sentence;
      }
    }
    return "no sentence with “" + words + "” in " + html;
  }
}
