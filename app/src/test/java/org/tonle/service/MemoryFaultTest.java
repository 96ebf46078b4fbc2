package org.tonle.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tonle.i18n.Words;

class MemoryFaultTest {
  private static final String EN = "This needs about 116.0 GB of memory,";

  @Test
  void whatCannotFitIsNotBegun() {
    AtomicBoolean isBegun = new AtomicBoolean();
    MemoryFault fault =
        assertThrows(
            MemoryFault.class,
            () ->
                MemoryFault.within(
                    116e9,
                    () -> {
                      isBegun.set(true);
                      return 1;
                    }));
    assertTrue(!isBegun.get());
    assertTrue(fault.in(Words.in("en")).startsWith(EN), fault.in(Words.in("en")));
    assertEquals(2, MemoryFault.within(1, () -> 2));
  }

  @Test
  void theSentenceNamesWhatIsNeededInEveryLanguage() {
    MemoryFault fault = new MemoryFault(116e9, 6e9);
    for (String language : Words.LANGUAGES) {
      String sentence = fault.in(Words.in(language));
      assertTrue(sentence.contains("116.0 GB"), sentence);
      assertTrue(sentence.contains("6.0 GB"), sentence);
      assertTrue(sentence.contains("-Xmx119g"), sentence);
      assertTrue(sentence.lines().count() == 1, sentence);
    }
  }

  // What Java says when it has run out is the same sentence, with more than it may take.
  @Test
  void runningOutSaysHowMuchMore() {
    double most = Runtime.getRuntime().maxMemory();
    MemoryFault fault =
        assertThrows(
            MemoryFault.class,
            () ->
                MemoryFault.within(
                    1,
                    () -> {
                      throw new OutOfMemoryError();
                    }));
    assertEquals(new MemoryFault(1.5 * most, most).in(Words.in("en")), fault.in(Words.in("en")));
  }
}
