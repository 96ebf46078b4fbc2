package org.tonle.tell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tonle.i18n.Words;
import org.tonle.model.Sanitation;
import org.tonle.report.page.Figures;
import org.tonle.scenario.Lever;

/// Lever words: what levers act on and what they are set to.
final class LeverWords {
  private final Words words;
  private final StudyNames names;

  LeverWords(Words words, StudyNames names) {
    this.words = words;
    this.names = names;
  }

  String name(Lever lever) {
    return words.text("compare.lever." + lever.kind().id(), objects(lever));
  }

  private String objects(Lever lever) {
    List<String> ids = lever.objects();
    return switch (lever.kind()) {
      case SET_PLANT, SET_SANITATION, BUILD -> names.source(ids.getFirst());
      case GROWTH ->
          ids.getFirst().isEmpty() ? words.text("compare.all") : names.unit(ids.getFirst());
      case SET_DISCHARGE, CLIMATE_DISCHARGE ->
          list(
              List.of(
                  ids.get(0).isEmpty()
                      ? words.text("compare.all.seasons")
                      : names.season(ids.get(0)),
                  ids.get(1).isEmpty() ? words.text("compare.all.groups") : ids.get(1)));
      case SCALE_LOAD -> loads(ids);
      case SCALE_RATE -> ids.getFirst();
      case YEAR, TEMPERATURE -> "";
    };
  }

  private String loads(List<String> ids) {
    List<String> said = new ArrayList<>();
    if (!ids.get(0).isEmpty()) {
      said.add(words.text("report.category." + ids.get(0)));
    }
    if (!ids.get(1).isEmpty()) {
      said.add(names.unit(ids.get(1)));
    }
    if (!ids.get(2).isEmpty()) {
      said.add(names.source(ids.get(2)));
    }
    if (!ids.get(3).isEmpty()) {
      said.add(ids.get(3));
    }
    return said.isEmpty() ? words.text("compare.all.loads") : list(said);
  }

  private String list(List<String> items) {
    return String.join(words.text("report.list"), items);
  }

  String quantity(Lever.Setting setting) {
    return isPath(setting)
        ? words.text("report.path." + setting.name())
        : words.text("compare.setting." + setting.name());
  }

  private static boolean isPath(Lever.Setting setting) {
    return Arrays.stream(Sanitation.Path.values()).anyMatch(p -> p.id().equals(setting.name()));
  }

  String value(Lever.Setting setting, String value) {
    if (value.isEmpty()) {
      return "–";
    }
    return switch (setting.name()) {
      case "status" -> words.text("compare.status." + value);
      case "year" -> value;
      case "technology", "node" -> value;
      case "plant", "serves" ->
          Arrays.stream(value.split(" ", -1))
              .map(names::source)
              .collect(Collectors.joining(words.text("report.list")));
      default ->
          isPath(setting)
              ? Figures.percent(Double.parseDouble(value))
              : Figures.three(Double.parseDouble(value));
    };
  }

  /// "status planned → operating, capacity …".
  String settings(Lever lever) {
    return list(
        lever.settings().stream()
            .map(
                s ->
                    words.text(
                        "compare.setting", quantity(s), value(s, s.before()), value(s, s.after())))
            .toList());
  }
}
