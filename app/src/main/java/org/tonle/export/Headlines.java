package org.tonle.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tonle.assess.Verdict;
import org.tonle.cause.Breaches;
import org.tonle.i18n.Words;
import org.tonle.model.Constituent;
import org.tonle.model.Names;
import org.tonle.model.Season;
import org.tonle.run.Result;
import tools.jackson.databind.node.ObjectNode;

/// Headlines of a summary: the law and its day, and the finding as one sentence in each language.
final class Headlines {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final Result result;
  private final Breaches breaches;
  private final List<Verdict> broken;

  private Headlines(Result result) {
    this.result = result;
    breaches = new Breaches(result);
    broken =
        result.judged().verdicts().stream()
            .filter(v -> v.required() && v.outcome() == Verdict.Outcome.BREACHED)
            .toList();
  }

  /// Adds `law`, `standard`, `standardsDate`, `confidence` and the finding to a summary.
  static void put(ObjectNode summary, Result result) {
    var judging = result.study().settings().judging();
    summary.put("law", new LawNames(result.study()).main("en"));
    summary.put("standard", judging.mainStandard());
    summary.put("standardsDate", judging.date().toString());
    summary.put("confidence", judging.confidence());
    Headlines headlines = new Headlines(result);
    for (String language : Words.LANGUAGES) {
      String end =
          language.equals("en")
              ? ""
              : language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1);
      summary.put("finding" + end, headlines.finding(Words.in(language)));
    }
  }

  private String finding(Words words) {
    String law = new LawNames(result.study()).main(words.language());
    if (law.isEmpty()) {
      return words.text("summary.no_law");
    }
    if (broken.isEmpty()) {
      return words.text("summary.none", law);
    }
    Verdict worst =
        broken.stream()
            .max(
                Comparator.<Verdict>comparingDouble(breaches::excess)
                    .thenComparing(v -> v.place().id(), Comparator.reverseOrder())
                    .thenComparing(Verdict::season, Comparator.reverseOrder()))
            .orElseThrow();
    long places = broken.stream().map(Verdict::place).distinct().count();
    return words.text(
        worst.limit().statistic().isMinimum() ? "summary.breached.min" : "summary.breached",
        law,
        broken.size(),
        places,
        constituent(worst, words),
        named(worst.place().names(), worst.place().id(), words),
        season(worst, words),
        new BigDecimal(breaches.excess(worst)).round(TWO_DIGITS).toPlainString());
  }

  private static String named(Names names, String id, Words words) {
    String name = names.in(words.language());
    return name.isEmpty() ? id : name;
  }

  private String constituent(Verdict v, Words words) {
    return result.study().chemistry().constituents().stream()
        .filter(c -> c.id().equals(v.constituent()))
        .map(Constituent::names)
        .map(names -> named(names, v.constituent(), words))
        .collect(Collectors.joining());
  }

  private String season(Verdict v, Words words) {
    return result.study().waterways().seasons().stream()
        .filter(s -> s.id().equals(v.season()))
        .map(Season::names)
        .map(names -> named(names, v.season(), words))
        .findFirst()
        .orElseGet(() -> words.text("summary.year"));
  }
}
