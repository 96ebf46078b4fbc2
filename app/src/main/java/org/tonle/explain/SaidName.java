package org.tonle.explain;

import java.util.stream.Stream;
import org.tonle.model.Names;

/// Said name: a name as people and reports say it, without the id that a table adds to it (`Stung
/// Sen SEN01`) and without what stands in brackets.
final class SaidName {
  private SaidName() {}

  /// Whether the word is one of the names, in any script.
  static boolean isNamed(Names names, String word) {
    return all(names).anyMatch(word::equalsIgnoreCase);
  }

  /// Whether the word is one of the names as it is said.
  static boolean isSaid(Names names, String id, String word) {
    String said = brief(word.strip());
    return !said.isEmpty() && all(names).map(n -> said(n, id)).anyMatch(said::equalsIgnoreCase);
  }

  private static Stream<String> all(Names names) {
    return Stream.of(names.en(), names.zh(), names.km()).filter(n -> !n.isEmpty());
  }

  private static String said(String name, String id) {
    String bare = name.endsWith(id) ? name.substring(0, name.length() - id.length()) : name;
    return brief(bare.strip());
  }

  private static String brief(String name) {
    int bracket = name.indexOf(" (");
    int wide = name.indexOf('（');
    int first = StrictMath.max(bracket, wide);
    if (bracket > 0 && wide > 0) {
      first = StrictMath.min(bracket, wide);
    }
    return first > 0 ? name.substring(0, first) : name;
  }
}
