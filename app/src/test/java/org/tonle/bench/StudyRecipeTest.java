package org.tonle.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: a study written from a seed is a valid one.
class StudyRecipeTest {
  @TempDir Path folder;

  private static void write(Path to, StudyRecipe recipe) throws IOException {
    Files.createDirectories(to);
    recipe.write(to, (key, arguments) -> {});
  }

  @Test
  void itHasNothingToComplainAbout() throws IOException {
    for (StudyRecipe recipe :
        List.of(new StudyRecipe(301, 12, 30, 5, 6, 3), new StudyRecipe(2, 1, 1, 1, 1, 1))) {
      Path study = folder.resolve("study" + recipe.reaches());
      write(study, recipe);
      Reading reading = StudyReader.read(study);
      assertEquals(List.of(), reading.problems());
      assertEquals(List.of(), Runner.check(reading.study().orElseThrow(), Scenario.BASELINE));
      assertEquals(recipe.reaches(), reading.study().orElseThrow().waterways().reaches().size());
    }
  }

  @Test
  void oneSeedOneStudy() throws IOException {
    write(folder.resolve("a"), new StudyRecipe(101, 4, 10, 3, 2, 7));
    write(folder.resolve("b"), new StudyRecipe(101, 4, 10, 3, 2, 7));
    write(folder.resolve("c"), new StudyRecipe(101, 4, 10, 3, 2, 8));
    boolean isOther = false;
    try (Stream<Path> files = Files.list(folder.resolve("a"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertEquals(-1, Files.mismatch(file, folder.resolve("b").resolve(name)), name);
        isOther |= Files.mismatch(file, folder.resolve("c").resolve(name)) >= 0;
      }
    }
    assertTrue(isOther);
  }
}
