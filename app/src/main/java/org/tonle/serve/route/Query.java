package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Statistic;
import org.tonle.i18n.Words;
import org.tonle.problem.Nearest;
import org.tonle.serve.guard.AskedLanguage;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.held.WaterView;

/// Query of a request: its parameters, each read as what it names and refused with a reason.
public final class Query {
  private static final int LONGEST = 400;

  private final Context asked;

  private Query(Context asked) {
    this.asked = asked;
  }

  /// @param known names of its parameters besides `lang` and `token`
  public static Query of(Context asked, String... known) {
    TreeSet<String> names = new TreeSet<>(Arrays.asList(known));
    names.add("lang");
    names.add("token");
    asked
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!names.contains(name)) {
                throw RequestProblem.bad(
                    "unknown_parameter", shown(name), Nearest.id(name, names), listed(names));
              }
              if (values.size() != 1 || values.getFirst().length() > LONGEST) {
                throw RequestProblem.bad("one_value", name, LONGEST);
              }
            });
    Query query = new Query(asked);
    query.oneOf("lang", Words.LANGUAGES);
    return query;
  }

  private static String listed(Iterable<String> names) {
    return String.join(", ", names);
  }

  /// Text of a request as a sentence may repeat it.
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  public Words words() {
    return AskedLanguage.of(asked);
  }

  public Optional<String> find(String name) {
    @Nullable String value = asked.queryParam(name);
    return Optional.ofNullable(value);
  }

  public String text(String name) {
    return find(name).orElse("");
  }

  /// The value of a parameter that must be given.
  public String require(String name) {
    return find(name)
        .filter(v -> !v.isBlank())
        .orElseThrow(() -> RequestProblem.bad("missing_parameter", name));
  }

  /// The value of a parameter, one of a list; empty if it is not given.
  public Optional<String> oneOf(String name, List<String> values) {
    Optional<String> found = find(name);
    found.ifPresent(
        v -> {
          if (!values.contains(v)) {
            throw RequestProblem.bad(
                "unknown_value", name, shown(v), Nearest.id(v, values), listed(values));
          }
        });
    return found;
  }

  public int integer(String name, int usual, int least, int most) {
    Optional<String> found = find(name);
    if (found.isEmpty()) {
      return usual;
    }
    try {
      int value = Integer.parseInt(found.get().strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is allowed.
    }
    throw RequestProblem.bad("not_in_range", name, least, most, shown(found.get()));
  }

  /// Number of the constituent that `c` names; -1 for "", which stands for all.
  public int constituent(PreparedStudy study) {
    Concentrations water = study.result().concentrations();
    List<String> ids = water.constituents().stream().map(c -> c.id()).toList();
    Optional<String> found = find("c").filter(c -> !c.isEmpty());
    if (found.isEmpty()) {
      return -1;
    }
    oneOf("c", ids);
    return ids.indexOf(found.get());
  }

  /// Number of the season that `s` names; empty if it is not given.
  public Optional<Integer> season(PreparedStudy study) {
    List<String> ids = study.result().concentrations().seasons().stream().map(s -> s.id()).toList();
    return oneOf("s", ids).map(ids::indexOf);
  }

  /// The standard that `std` names; the study's first if it is not given.
  public String standard(PreparedStudy study) {
    return oneOf("std", study.standards().ids()).orElse(study.standards().first());
  }

  public Statistic statistic() {
    List<String> ids = Arrays.stream(Statistic.values()).map(Statistic::id).toList();
    return oneOf("st", ids)
        .map(id -> Statistic.valueOf(id.toUpperCase(Locale.ROOT)))
        .orElse(Statistic.P50);
  }

  public WaterView view(PreparedStudy study) {
    return new WaterView(constituent(study), standard(study), statistic());
  }
}
