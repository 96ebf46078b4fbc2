package org.tonle.folder.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Row;

/// Constituent words: ordinary names of constituents, in three languages, with the id that each
/// means. They are offered, not read: who writes ammonia may mean NH3 or its nitrogen.
final class ConstituentWords {
  private static final String TABLE =
      """
      BOD | bod5 | bod-5 | biochemical oxygen demand | biological oxygen demand | 五日生化需氧量
      COD | codcr | cod-cr | cod (cr) | dichromate cod
      COD-Mn | codmn | cod mn | permanganate index | 高锰酸盐指数
      DO | oxygen | dissolved oxygen | o2
      NH4-N | ammonia | ammonium | ammonia nitrogen | ammonium nitrogen | nh3-n | nh3n | nh4n | 氨 | អាម៉ូញាក់
      NO3-N | nitrate | nitrate nitrogen | no3n | 硝酸盐 | 硝态氮 | នីត្រាត
      TN | total nitrogen | total n | n total | t-n | អាសូត
      TP | total phosphorus | total phosphorous | total p | p total | t-p | ផូស្វ័រ
      TSS | suspended solids | ss | total suspended solids | spm
      FC | faecal coliform | fecal coliform | faecal coliforms | fecal coliforms | thermotolerant coliforms
      """;

  private final Map<String, String> idOf = new HashMap<>();

  ConstituentWords() {
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.strip().split(" \\| ", -1));
      words.subList(1, words.size()).forEach(w -> idOf.putIfAbsent(w, words.getFirst()));
    }
    for (Row row : Defaults.load().constituents().rows()) {
      String id = row.text("constituent");
      for (String column : List.of("name", "name_zh", "name_km")) {
        String name = row.text(column).toLowerCase(Locale.ROOT);
        idOf.putIfAbsent(name, id);
        idOf.putIfAbsent(name.replaceFirst(" \\([^)]*\\)$", ""), id);
      }
    }
  }

  /// The id of the study that a word means, or "".
  String find(String word, Set<String> known) {
    String id = idOf.getOrDefault(word.toLowerCase(Locale.ROOT).strip(), "");
    return known.contains(id)
        ? id
        : known.stream().filter(k -> letters(k).equals(letters(word))).findFirst().orElse("");
  }

  /// Letters and digits alone: "E. coli" is E-COLI.
  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
