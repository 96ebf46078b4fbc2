package org.tonle.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three languages say the same things with the same arguments.
class WordsTest {
  private static Set<String> slots(String text) {
    Set<String> slots = new TreeSet<>();
    Pattern.compile("\\{\\d(?=[|}])").matcher(text).results().forEach(r -> slots.add(r.group()));
    return slots;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "km"})
  void haveTheSameKeys(String language) {
    assertEquals(new TreeSet<>(Words.in("en").keys()), new TreeSet<>(Words.in(language).keys()));
  }

  // A translation may leave an argument out where the sentence does without it, never add one.
  @ParameterizedTest
  @ValueSource(strings = {"zh", "km"})
  void askForNoOtherArguments(String language) {
    for (String key : Words.in("en").keys()) {
      Set<String> more = slots(Words.in(language).text(key));
      more.removeAll(slots(Words.in("en").text(key)));
      assertEquals(new TreeSet<String>(), more, key);
      assertFalse(Words.in(language).text(key).isBlank(), key);
    }
  }

  // The later of two lines with one key would win in silence.
  @ParameterizedTest
  @CsvSource({"cli", "problems", "report", "compare", "book", "explain", "chart", "plan", "serve"})
  void everyKeyStandsOnce(String file) throws IOException {
    for (String language : List.of("en", "zh", "km")) {
      String name = "%s_%s.properties".formatted(file, language);
      Set<String> keys = new TreeSet<>();
      try (BufferedReader lines = reader(name)) {
        for (String line : lines.lines().toList()) {
          boolean isEntry = line.contains("=") && !line.startsWith("#");
          assertTrue(!isEntry || keys.add(line.split("=", 2)[0]), name + ": " + line);
        }
      }
      assertFalse(keys.isEmpty(), name);
    }
  }

  private static BufferedReader reader(String name) {
    InputStream found = Words.class.getResourceAsStream(name);
    return new BufferedReader(
        new InputStreamReader(Objects.requireNonNull(found, name), StandardCharsets.UTF_8));
  }

  @Test
  void argumentsStandAsTheyAre() {
    String text = Words.in("en").text("check.rows", "{1}$\\.csv", 7);
    assertEquals("{1}$\\.csv: 7 rows", text);
  }

  // "With other simulations the 1 breaches would differ".
  @Test
  void oneIsNotSaidAsMany() {
    Words en = Words.in("en");
    assertEquals("towns.csv: 1 row", en.text("check.rows", "towns.csv", 1));
    assertEquals("towns.csv: 0 rows", en.text("check.rows", "towns.csv", 0));
    assertEquals("towns.csv: 21 rows", en.text("check.rows", "towns.csv", "21"));
  }

  // Every text of every language with 1 and 2 in all its slots: no form is left as it was typed.
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "km"})
  void everyFormIsChosen(String language) {
    Words words = Words.in(language);
    for (String key : words.keys()) {
      for (String value : List.of("1", "2")) {
        String text = words.text(key, Collections.nCopies(10, value).toArray());
        assertFalse(text.matches("(?s).*\\{\\d.*"), key + ": " + text);
      }
    }
  }
}
