package org.tonle.folder.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Row;

/// Constituent words: ordinary names of constituents, in three languages, with the id that each
/// means. They are offered, not read: who writes ammonia may mean NH3 or its nitrogen.
final class ConstituentWords {
  private static final String TABLE =
      """
      BOD | bod5 | bod-5 | biochemical oxygen demand | biological oxygen demand | 五日生化需氧量 | 生化需氧量 | តម្រូវការអុកស៊ីសែនជីវគីមី
      COD | codcr | cod-cr | cod (cr) | dichromate cod | 化学需氧量 | 重铬酸盐指数 | តម្រូវការអុកស៊ីសែនគីមី
      COD-Mn | codmn | cod mn | permanganate index | 高锰酸盐指数 | សន្ទស្សន៍ពែម៉ង់កាណាត
      DO | oxygen | dissolved oxygen | o2 | 溶解氧 | 溶氧 | អុកស៊ីសែនរលាយ | អុកស៊ីសែន
      NH4-N | ammonia | ammonium | ammonia nitrogen | ammonium nitrogen | nh3-n | nh3n | nh4n | nh4 | nh3 | 氨 | 氨氮 | 铵 | អាម៉ូញាក់ | អាម៉ូញ៉ូម | អាសូតអាម៉ូញាក់
      NO3-N | nitrate | nitrate nitrogen | no3n | no3 | 硝酸盐 | 硝态氮 | 硝酸盐氮 | នីត្រាត | អាសូតនីត្រាត
      NO2-N | nitrite | nitrite nitrogen | no2n | no2 | 亚硝酸盐 | 亚硝态氮 | 亚硝酸盐氮 | នីទ្រីត
      TN | total nitrogen | total n | n total | t-n | nitrogen | 总氮 | អាសូត | អាសូតសរុប | នីត្រូសែនសរុប
      TP | total phosphorus | total phosphorous | total p | p total | t-p | phosphorus | 总磷 | ផូស្វ័រ | ផូស្វ័រសរុប
      PO4-P | phosphate | orthophosphate | ortho-p | srp | po4 | po4p | 磷酸盐 | 正磷酸盐 | ផូស្វាត
      TSS | suspended solids | ss | total suspended solids | spm | 悬浮物 | 悬浮固体 | 总悬浮物 | សារធាតុរឹងអណ្តែត | កម្ទេចអណ្តែត
      FC | faecal coliform | fecal coliform | faecal coliforms | fecal coliforms | thermotolerant coliforms | f. coli | fecal coli | faecal coli | 粪大肠菌群 | 粪大肠菌 | 耐热大肠菌群 | កូលីហ្វមលាមក | បាក់តេរីកូលីហ្វមលាមក
      EC | e. coli | e.coli | e coli | e-coli | ecoli | escherichia coli | 大肠埃希氏菌 | 大肠埃希菌 | 大肠杆菌 | អ៊ីកូលី | បាក់តេរី e. coli
      TC | total coliform | total coliforms | coliforms | coliform | t. coli | 总大肠菌群 | 总大肠杆菌 | 大肠菌群 | កូលីហ្វមសរុប | កូលីហ្វម
      """;

  private static final Pattern BRACKET = Pattern.compile("([^(]*)\\(([^)]*)\\).*");

  private final Map<String, String> idOf = new HashMap<>();

  ConstituentWords() {
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.strip().split(" \\| ", -1));
      for (String word : words) {
        idOf.putIfAbsent(plain(word), words.getFirst());
        idOf.putIfAbsent(letters(plain(word)), words.getFirst());
      }
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

  /// The id of the study that a word means, or "": one of its own that names the same thing. E.
  /// coli is no faecal coliform, so of these one is never offered for the other.
  String find(String word, Set<String> known) {
    for (String part : parts(word)) {
      String id = thing(part);
      Optional<String> same =
          known.stream()
              .sorted()
              .filter(
                  k -> (!id.isEmpty() && thing(k).equals(id)) || letters(k).equals(letters(part)))
              .findFirst();
      if (same.isPresent()) {
        return same.get();
      }
    }
    return "";
  }

  /// The word as written, without what stands in brackets, and what stands in them.
  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>(List.of(plain(word)));
    Matcher bracket = BRACKET.matcher(plain(word));
    if (bracket.matches()) {
      parts.add(bracket.group(1).strip());
      parts.add(bracket.group(2).strip());
    }
    return parts;
  }

  /// What a word or an id names: an id of the table, or "".
  private String thing(String word) {
    String plain = plain(word);
    return idOf.getOrDefault(plain, idOf.getOrDefault(letters(plain), ""));
  }

  /// In small letters, wide signs and small figures as plain ones.
  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /// Letters and digits alone: "E. coli" is E-COLI.
  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
