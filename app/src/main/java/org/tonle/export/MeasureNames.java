package org.tonle.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonle.assess.Place;
import org.tonle.demand.Demand;
import org.tonle.i18n.Words;
import org.tonle.measure.Measurement;
import org.tonle.measure.MeasuringWorth;
import org.tonle.measure.Unmeasured;
import org.tonle.model.Names;
import org.tonle.model.Study;

/// Measure names: what can be measured and where, in a reader's words.
public final class MeasureNames {
  /// Largest number of places to name.
  private static final int MOST_PLACES = 3;

  private final CauseNames names;
  private final Map<String, Names> seasons = new HashMap<>();

  public MeasureNames(Study study) {
    names = new CauseNames(study);
    study.waterways().seasons().forEach(s -> seasons.put(s.id(), s.names()));
  }

  /// The quantity, such as "unit load: livestock" or "TP, low water".
  public String what(Measurement of, Words words) {
    String subject = of.subject();
    return switch (of.variable()) {
      case "load/study" -> say(words, "load_study", category(subject, words));
      case "load/unit" -> say(words, "load_unit", category(subject, words));
      case "load/individual" -> say(words, "load_source");
      case "passing" -> say(words, "passing", known(words, "report.path." + subject, subject));
      case "retention" -> say(words, "retention", retained(subject, words));
      case "concentration" -> say(words, "water", subject);
      case "discharge" -> say(words, "discharge", subject);
      case "discharge/shared" -> say(words, "discharge_shared");
      case "rate", "rate/unit" -> say(words, "rate", subject);
      case "model_error" -> modelError(subject, words);
      default -> say(words, "place", of.constituent(), season(of.season(), words));
    };
  }

  /// Of an object such as "FC/river".
  private static String modelError(String object, Words words) {
    int slash = object.lastIndexOf('/');
    boolean isLake = object.endsWith("/lake");
    return say(
        words, isLake ? "model_error_lake" : "model_error_river", object.substring(0, slash));
  }

  /// The place, unit or source; else the whole study.
  public String where(Measurement of, Words words) {
    if (of.place().isPresent()) {
      return name(of.place().get(), words);
    }
    if (of.variable().equals("load/individual")) {
      return names.source(of.subject(), words);
    }
    if (!of.unit().isEmpty()) {
      return names.unit(of.unit(), words);
    }
    return switch (of.variable()) {
      case "concentration" -> say(words, "joins");
      case "discharge" -> say(words, "group");
      default -> say(words, "everywhere");
    };
  }

  /// A sentence on a constituent that was never sampled.
  public String sentence(Unmeasured of, Words words) {
    String places =
        of.places().stream()
            .limit(MOST_PLACES)
            .map(p -> name(p, words))
            .collect(Collectors.joining(words.text("report.measure.and")));
    return say(
        words,
        of.isLake() ? "never_lake" : "never_river",
        of.constituent(),
        of.limits(),
        of.places().size(),
        places);
  }

  private static String name(Place place, Words words) {
    String name = place.names().in(words.language());
    return name.isEmpty() ? place.id() : name;
  }

  /// The figure that is narrowed: a constituent, with the place if there is only one.
  public static String of(MeasuringWorth.Aim aim, Demand demand) {
    return aim.bound() < 0
        ? aim.constituent()
        : aim.constituent() + " " + demand.allocation().bounds().get(aim.bound()).of().place().id();
  }

  /// Quality of today's figures for it, or that it was never measured.
  public String today(Measurement of, Words words) {
    return of.mark()
        .map(q -> words.text("report.quality." + q.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> say(words, "unmeasured"));
  }

  private String season(String id, Words words) {
    String name = seasons.getOrDefault(id, Names.of("")).in(words.language());
    return name.isEmpty() ? id : name;
  }

  private static String category(String id, Words words) {
    return known(words, "report.category." + id, id);
  }

  /// A scope of retention: a category, a path, else its own key; empty is all.
  private static String retained(String subject, Words words) {
    String path = known(words, "report.path." + subject, subject);
    return subject.isEmpty()
        ? say(words, "everywhere")
        : known(words, "report.category." + subject, path);
  }

  private static String known(Words words, String key, String otherwise) {
    return words.keys().contains(key) ? words.text(key) : otherwise;
  }

  private static String say(Words words, String key, Object... arguments) {
    return words.text("report.measure." + key, arguments);
  }
}
