package org.tonle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Comparison;
import org.tonle.assess.Verdict;
import org.tonle.assess.agreement.Grade;
import org.tonle.model.Observation;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Permitted use: which decisions the agreement with measurements bears, by constituent of the
/// required limits. The size of one work needs a satisfactory grade at the stations for checking;
/// the order of places needs bands that hold there; without such stations a figure is a reason to
/// measure first.
final class PermittedUse {
  private static final double HOLDS = 0.8;

  /// What a constituent's figures may decide.
  private enum Use {
    SIZE,
    ORDER,
    MEASURE
  }

  private final Page page;

  PermittedUse(Page page) {
    this.page = page;
  }

  void write(Html html) {
    Map<Use, List<String>> uses = new TreeMap<>();
    page.result.judged().verdicts().stream()
        .filter(Verdict::required)
        .map(Verdict::constituent)
        .distinct()
        .sorted()
        .forEach(c -> uses.computeIfAbsent(of(c), u -> new ArrayList<>()).add(c));
    List<String> says = new ArrayList<>();
    uses.forEach(
        (use, own) ->
            says.add(
                page.say(
                    switch (use) {
                      case SIZE -> "permits.size";
                      case ORDER -> "permits.order";
                      case MEASURE -> "permits.measure";
                    },
                    String.join(page.say("list"), own))));
    html.element("p", page.sentences(says));
  }

  private Use of(String constituent) {
    List<Comparison> checked =
        page.result.comparisons().stream()
            .filter(c -> !c.circular() && c.observation().use() == Observation.Use.CHECK)
            .filter(c -> c.observation().constituent().equals(constituent))
            .toList();
    long covered = checked.stream().filter(Comparison::covered).count();
    if (checked.isEmpty() || covered < HOLDS * checked.size()) {
      return Use.MEASURE;
    }
    boolean isSatisfactory =
        page.result.agreement().stream()
            .anyMatch(
                row ->
                    row.constituent().equals(constituent)
                        && row.use() == Observation.Use.CHECK
                        && row.grade() == Grade.SATISFACTORY);
    return isSatisfactory ? Use.SIZE : Use.ORDER;
  }
}
