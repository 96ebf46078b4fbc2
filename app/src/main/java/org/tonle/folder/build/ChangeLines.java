package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of a TOML file on which its tables begin; the parser does not report them.
public final class ChangeLines {
  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[\\s*(\\w+)\\s*]].*");

  public static final ChangeLines NONE = new ChangeLines("");

  private final Map<String, List<Integer>> lines = new HashMap<>();

  public ChangeLines(String text) {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        lines.computeIfAbsent(header.group(1), n -> new ArrayList<>()).add(number);
      }
    }
  }

  /// The line of the table at `index` among the `count` of a name; 0 if it is not known.
  int line(String name, int index, int count) {
    List<Integer> found = lines.getOrDefault(name, List.of());
    return found.size() == count ? found.get(index) : 0;
  }
}
