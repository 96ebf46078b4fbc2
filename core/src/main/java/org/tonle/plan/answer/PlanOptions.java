package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Verdict;
import org.tonle.model.Study;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Candidates;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionEffects;
import org.tonle.plan.option.OptionList;
import org.tonle.plan.option.Refusal;
import org.tonle.run.Baseline;
import org.tonle.run.Question;

/// Options of a plan: what may be built at every site and at what cost, and the limits that it is
/// for.
///
/// @param aims limits of each period
/// @param costs of each option of the list
/// @param running_usd_per_a running cost of each option in each period, `[option][period]`: works
///   are built for the people of the last, and fewer use them before
public record PlanOptions(
    List<Aims> aims, OptionList list, List<OptionCost> costs, double[][] running_usd_per_a) {
  /// Share of draws above which a limit is likely to hold without the listed sources
  /// (docs/theory/demand.md, Eq. 2).
  private static final double LIKELY = 0.5;

  public PlanOptions {
    aims = List.copyOf(aims);
    costs = List.copyOf(costs);
  }

  /// Limits of a period.
  ///
  /// @param aims limits that hold in too few draws and that the listed sources can mend
  /// @param beyond limits that are broken without the listed sources, too
  public record Aims(List<OptionEffects.Aim> aims, List<PlannedLimit> beyond) {
    public Aims {
      aims = List.copyOf(aims);
      beyond = List.copyOf(beyond);
    }
  }

  /// The options of a baseline for a request of one period.
  public static PlanOptions of(Baseline baseline, PlanRequest request) {
    return of(List.of(baseline), request);
  }

  /// The options for a request.
  ///
  /// @param periods the study with the loads of each period
  public static PlanOptions of(List<Baseline> periods, PlanRequest request) {
    Baseline first = periods.getFirst();
    Study study = first.instance().study();
    PriceBook book = PriceBook.of(study.catalogue());
    List<Aims> aims = new ArrayList<>();
    Set<String> constituents = new HashSet<>();
    for (Baseline period : periods) {
      int year = period.instance().applied().year();
      Aims own =
          year < request.periods().due()
              ? new Aims(List.of(), List.of())
              : aims(period, request.confidence());
      aims.add(own);
      own.aims.forEach(a -> constituents.add(a.question().constituent()));
    }
    OptionList list =
        OptionList.of(
            first.instance(),
            new Candidates(study, book, request.horizon(), constituents, terms(request)),
            request.year());
    WorkPrices prices = new WorkPrices(study, book);
    OptionList fits = fitting(list, prices.costs(list), request.means(), first);
    return new PlanOptions(
        aims, fits, prices.costs(fits), prices.running_usd_per_a(fits, periods, request));
  }

  private static Candidates.Terms terms(PlanRequest request) {
    Set<String> named = new HashSet<>();
    for (String id : request.with()) {
      String works = id.substring(id.indexOf(':') + 1);
      int end = works.indexOf('@');
      named.add(end < 0 ? works : works.substring(0, end));
    }
    return new Candidates.Terms(
        request.means().skill(), !request.means().land_m2().isEmpty(), named);
  }

  /// The options that find room: the others are refused.
  private static OptionList fitting(
      OptionList list, List<OptionCost> costs, Means means, Baseline first) {
    if (means.land_m2().isEmpty()) {
      return list;
    }
    List<Option> fits = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>(list.refused());
    for (int o = 0; o < costs.size(); o++) {
      Option option = list.options().get(o);
      double land_m2 = costs.get(o).land_m2();
      boolean isRoom =
          first.instance().applied().placesOf(option.plantSite()).stream()
              .allMatch(p -> land_m2 <= means.land_m2().getOrDefault(p, Double.POSITIVE_INFINITY));
      if (isRoom || land_m2 == 0) {
        fits.add(option);
      } else {
        refused.add(new Refusal(option.plantSite(), option.id(), Refusal.Reason.NO_LAND));
      }
    }
    return new OptionList(fits, refused);
  }

  private static Aims aims(Baseline baseline, double confidence) {
    List<OptionEffects.Aim> aims = new ArrayList<>();
    List<PlannedLimit> beyond = new ArrayList<>();
    strictest(baseline)
        .forEach(
            (question, v) -> {
              double aim = aim(v, confidence);
              if (v.probabilityOfMeeting() >= confidence) {
                return;
              }
              if (Double.isNaN(aim)) {
                beyond.add(
                    PlannedLimit.beyond(
                        question,
                        v,
                        PlannedLimit.Reach.BEYOND_SOURCES,
                        aim,
                        Double.NaN,
                        baseline.instance().applied().year()));
              } else if (v.probabilityOfMeeting() < aim) {
                aims.add(new OptionEffects.Aim(question, v, aim));
              }
            });
    return new Aims(aims, beyond);
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

  /// The same at other prices.
  PlanOptions at(PriceBook book, List<Baseline> periods, PlanRequest request) {
    Study study = periods.getFirst().instance().study();
    WorkPrices prices = new WorkPrices(study, book);
    return new PlanOptions(
        aims, list, prices.costs(list), prices.running_usd_per_a(list, periods, request));
  }
}
