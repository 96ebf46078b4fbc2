package org.tonle.bench.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonle.bench.input.Damage.Spot;

/// Mistakes in study.toml and in scenarios.
final class TomlMistakes {
  private static final String SETTINGS = "study.toml";
  private static final Pattern PAIR = Pattern.compile("(\\w+) *= *(.+)");
  private static final Pattern HEAD = Pattern.compile("(\\[+)(\\w+)(]+)");
  private static final List<String> PROSE = List.of("id", "title", "name");

  static final List<Mistake> ALL =
      List.of(
          new Mistake("S16", "table_of_wrong_type", TomlMistakes::wrongTable),
          new Mistake("S16", "table_misspelt", TomlMistakes::misspeltTable),
          new Mistake("S16", "setting_misspelt", TomlMistakes::misspeltKey),
          new Mistake("S16", "setting_of_wrong_type", TomlMistakes::wrongType),
          new Mistake("S1", "word_of_scenario_misspelt", TomlMistakes::misspeltWord),
          new Mistake("S4", "line_of_scenario_left_out", TomlMistakes::leftOut),
          new Mistake("S21", "year_of_study_shifted", TomlMistakes::year),
          new Mistake("S22", "setting_scaled", TomlMistakes::scaled));

  private TomlMistakes() {}

  /// Line of a TOML file.
  private record Line(String file, List<String> lines, int at) {
    String text() {
      return lines.get(at);
    }

    Damage to(String after, String key) {
      List<String> changed = new ArrayList<>(lines);
      changed.set(at, after);
      byte[] bytes = (String.join("\n", changed) + "\n").getBytes(StandardCharsets.UTF_8);
      Spot spot = new Spot(file, at + 1, "");
      Damage damage =
          new Damage(spot, text(), after, Map.of(file, Optional.of(bytes)), List.of(spot));
      Damage named = damage.also(new Spot(file, 0, key), new Spot(file, 0, table() + "." + key));
      return file.equals(SETTINGS) ? named : named.also(new Spot(file, 0, ""));
    }

    /// The table in which the line stands.
    String table() {
      for (int i = at; i >= 0; i--) {
        Matcher head = HEAD.matcher(lines.get(i));
        if (head.matches()) {
          return head.group(2);
        }
      }
      return "";
    }
  }

  private static Optional<Line> line(
      StudyText study, Lots lots, Pattern pattern, boolean hasScenarios, boolean hasSettings) {
    List<Line> some = new ArrayList<>();
    study
        .files()
        .forEach(
            (file, bytes) -> {
              boolean isWanted = file.equals(SETTINGS) ? hasSettings : hasScenarios;
              if (file.endsWith(".toml") && isWanted) {
                List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                  if (pattern.matcher(lines.get(i)).matches()) {
                    some.add(new Line(file, lines, i));
                  }
                }
              }
            });
    return some.isEmpty() ? Optional.empty() : Optional.of(lots.pick(some));
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return matcher;
  }

  private static Optional<Damage> wrongTable(StudyText study, Lots lots) {
    return line(study, lots, HEAD, true, true)
        .map(
            l -> {
              Matcher m = match(HEAD, l.text());
              String name = m.group(2);
              boolean isList = m.group(1).length() > 1;
              String other = isList ? "[" + name + "]" : "[[" + name + "]]";
              return l.to(lots.pick(other, other, name + " = \"x\"", name + " = 3"), name);
            });
  }

  private static Optional<Damage> misspeltTable(StudyText study, Lots lots) {
    return line(study, lots, HEAD, true, true)
        .flatMap(
            l -> {
              Matcher m = match(HEAD, l.text());
              String word = Slips.misspelt(m.group(2), lots);
              return word.equals(m.group(2)) || word.isEmpty()
                  ? Optional.empty()
                  : Optional.of(l.to(m.group(1) + word + m.group(3), word));
            });
  }

  private static Optional<Damage> misspeltKey(StudyText study, Lots lots) {
    return pair(study, lots, true, true)
        .flatMap(
            l -> {
              Matcher m = match(PAIR, l.text());
              String word = Slips.misspelt(m.group(1), lots);
              return word.equals(m.group(1)) || word.isEmpty()
                  ? Optional.empty()
                  : Optional.of(l.to(word + " = " + m.group(2), word).also(spot(l, m.group(1))));
            });
  }

  private static Spot spot(Line line, String key) {
    return new Spot(line.file, 0, key);
  }

  private static Optional<Line> pair(
      StudyText study, Lots lots, boolean hasScenarios, boolean hasSettings) {
    return line(study, lots, PAIR, hasScenarios, hasSettings)
        .filter(l -> PROSE.stream().noneMatch(p -> l.text().startsWith(p)));
  }

  private static Optional<Damage> wrongType(StudyText study, Lots lots) {
    return pair(study, lots, true, true)
        .map(
            l -> {
              Matcher m = match(PAIR, l.text());
              String value = m.group(2);
              String quoted = value.startsWith("\"") ? value : '"' + value + '"';
              String other = lots.pick("{}", "[" + value + "]", quoted, "true", "[]", "{ a = 1 }");
              return l.to(m.group(1) + " = " + other, m.group(1));
            })
        .filter(d -> !d.before().equals(d.after()));
  }

  private static Optional<Damage> misspeltWord(StudyText study, Lots lots) {
    return pair(study, lots, true, true)
        .filter(l -> l.text().matches("\\w+ = \"[\\w-]{2,}\""))
        .flatMap(
            l -> {
              Matcher m = match(PAIR, l.text());
              String value = m.group(2);
              String word = value.substring(1, value.length() - 1);
              String spoilt = lots.pick(Slips.misspelt(word, lots), Slips.lookAlike(word, lots));
              // a slip that gives another id of the study makes sense there
              return study.knows(spoilt)
                  ? Optional.empty()
                  : Optional.of(l.to(m.group(1) + " = \"" + spoilt + "\"", m.group(1)));
            })
        .filter(d -> !d.before().equals(d.after()));
  }

  private static Optional<Damage> leftOut(StudyText study, Lots lots) {
    return pair(study, lots, true, false).map(l -> l.to("", match(PAIR, l.text()).group(1)));
  }

  private static Optional<Damage> year(StudyText study, Lots lots) {
    return line(study, lots, Pattern.compile("(year|date) = .*"), true, true)
        .map(
            l -> {
              Matcher m = match(Pattern.compile("(\\w+ = \"?)(\\d{4})(.*)"), l.text());
              int year = Integer.parseInt(m.group(2)) + lots.pick(543, 90, -120, 8000);
              return l.to(m.group(1) + year + m.group(3), match(PAIR, l.text()).group(1));
            });
  }

  private static Optional<Damage> scaled(StudyText study, Lots lots) {
    return pair(study, lots, true, true)
        .filter(l -> l.text().matches("\\w+ = [0-9.]+") && !l.text().startsWith("seed"))
        .map(
            l -> {
              Matcher m = match(PAIR, l.text());
              double value = Double.parseDouble(m.group(2)) * lots.pick(1e3, 1e-3, 1e6, -1.0);
              return l.to(m.group(1) + " = " + org.tonle.text.Cells.plain(value), m.group(1));
            });
  }
}
