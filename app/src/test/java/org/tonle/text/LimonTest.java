package org.tonle.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimonTest {
  @Test
  void everySignIsShownByAWord() {
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(Limon.text("limon.csv"))) {
      String typed = row.getField("typed");
      assertTrue(
          typed.contains(row.getField("sign")), "%s in %s".formatted(row.getField("sign"), typed));
      assertEquals(Optional.of(row.getField("word")), Limon.toUnicode(typed));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xNÐdUneBj, ខណ្ឌដូនពេញ",
    "raCFanIPñMeBj, រាជធានីភ្នំពេញ",
    "éf¶ExqñaMkMeNIt, ថ្ងៃខែឆ្នាំកំណើត",
    "RBHraCaNacRkkm<úCa, ព្រះរាជាណាចក្រកម្ពុជា",
    "b¤RtUv)ancat;fa, ឬត្រូវបានចាត់ថា",
    "RBHmhakSRt, ព្រះមហាក្សត្រ",
    "eQμaH, ឈ្មោះ",
    "kMBg;cam, កំពង់ចាម",
    "maRta 12, មាត្រា ១២"
  })
  void wordsReadAsTheyAre(String typed, String word) {
    assertEquals(Optional.of(word), Limon.toUnicode(typed));
  }

  /// A sign that no word shows, a vowel without a letter, two vowels on one letter.
  @ParameterizedTest
  @CsvSource({"kMBg;s<W", "Takeo", "extþ+kM", "aB", "eEk", "kIU", "kA"})
  void whatIsNotSureIsNotConverted(String typed) {
    assertEquals(Optional.empty(), Limon.toUnicode(typed));
  }
}
