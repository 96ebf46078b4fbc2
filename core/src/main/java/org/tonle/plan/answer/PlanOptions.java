package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Verdict;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Candidates;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionEffects;
import org.tonle.plan.option.OptionList;
import org.tonle.run.Baseline;
import org.tonle.run.Question;

/// Options of a plan: what may be built at every site and at what cost, and the limits that it is
/// for.
///
/// @param aims limits that hold in too few draws and that the listed sources can mend
/// @param beyond limits that are broken without the listed sources, too
/// @param costs of each option of the list
public record PlanOptions(
    List<OptionEffects.Aim> aims,
    List<PlannedLimit> beyond,
    OptionList list,
    List<OptionCost> costs) {
  /// Share of draws above which a limit is likely to hold without the listed sources
  /// (docs/theory/demand.md, Eq. 2).
  private static final double LIKELY = 0.5;

  public PlanOptions {
    aims = List.copyOf(aims);
    beyond = List.copyOf(beyond);
    costs = List.copyOf(costs);
  }

  /// The options of a baseline for a request.
  public static PlanOptions of(Baseline baseline, PlanRequest request) {
    List<OptionEffects.Aim> aims = new ArrayList<>();
    List<PlannedLimit> beyond = new ArrayList<>();
    strictest(baseline)
        .forEach(
            (question, v) -> {
              double aim = aim(v, request.confidence());
              if (v.probabilityOfMeeting() >= request.confidence()) {
                return;
              }
              if (Double.isNaN(aim)) {
                beyond.add(
                    PlannedLimit.beyond(
                        question, v, PlannedLimit.Reach.BEYOND_SOURCES, aim, Double.NaN));
              } else if (v.probabilityOfMeeting() < aim) {
                aims.add(new OptionEffects.Aim(question, v, aim));
              }
            });
    Study study = baseline.instance().study();
    PriceBook book = PriceBook.of(study.catalogue());
    Set<String> constituents = new HashSet<>();
    aims.forEach(a -> constituents.add(a.question().constituent()));
    OptionList list =
        OptionList.of(
            baseline.instance(),
            new Candidates(study, book, request.horizon(), constituents),
            request.year());
    return new PlanOptions(aims, beyond, list, costs(study, book, list));
  }

  /// The limit that is hardest to meet of every concentration that must meet one.
  private static Map<Question, Verdict> strictest(Baseline baseline) {
    Map<Question, Verdict> strictest = new LinkedHashMap<>();
    for (Verdict v : baseline.result().orElseThrow().judged().verdicts()) {
      boolean isValid = v.outcome() != Verdict.Outcome.MODEL_NOT_VALID;
      if (v.required() && v.isJudged() && !v.isOfYear() && isValid) {
        strictest.merge(
            new Question(v.place(), v.season(), v.constituent()),
            v,
            (a, b) -> a.probabilityOfMeeting() <= b.probabilityOfMeeting() ? a : b);
      }
    }
    return strictest;
  }

  /// Share of draws that a plan must meet a limit in: the confidence, or that share of the draws
  /// that meet it without the sources where these are too few; NaN where they are at most half.
  public static double aim(Verdict v, double confidence) {
    double without = v.probabilityWithout();
    if (without >= confidence) {
      return confidence;
    }
    return without > LIKELY ? confidence * without : Double.NaN;
  }

  static List<OptionCost> costs(Study study, PriceBook book, OptionList list) {
    Map<String, String> unitOf = new HashMap<>();
    study.emissions().sources().forEach((Source s) -> unitOf.put(s.id(), s.unit()));
    return list.options().stream()
        .map(
            o ->
                OptionCost.of(
                    o.works(),
                    book,
                    study.catalogue().sizes(),
                    unitOf.getOrDefault(o.sites().getFirst(), "")))
        .toList();
  }
}
