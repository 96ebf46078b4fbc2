package org.tonle.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Confidence;
import org.tonle.assess.ExactPercentile;
import org.tonle.assess.LimitReading;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.draw.Draws;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.load.Outfall;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Effluent;
import org.tonle.model.EffluentLimit;
import org.tonle.model.Quality;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;

/// Verdict on whether an effluent meets its own standard: read as a river's limit is, over the same
/// draws of its source's load and of what its plant lets pass (docs/theory/uncertainty.md, Eq. 16).
///
/// @param limitOfMean the limit converted to the mean, ℓ/K, in the constituent's unit
/// @param probabilityOfMeeting share of draws that meet it
/// @param isAssumed whether nothing was measured at the effluent; then it is never breached
/// @param band concentration of the effluent over the draws
public record EffluentVerdict(
    Outfall outfall,
    EffluentLimit limit,
    double limitOfMean,
    double probabilityOfMeeting,
    Verdict.Outcome outcome,
    boolean isAssumed,
    Band band) {
  private static final Set<Quality> MEASURED = EnumSet.of(Quality.MEASURED, Quality.PUBLISHED);

  /// Band of the draws: its 5th and 95th percentiles, in the constituent's unit.
  public record Band(double p5, double p95) {
    /// @param factor concentration over its central value, in every draw
    private static Band of(double concentration, double[] factor) {
      double[] sorted = factor.clone();
      Arrays.sort(sorted);
      return new Band(
          concentration * ExactPercentile.of(sorted, 0.05),
          concentration * ExactPercentile.of(sorted, 0.95));
    }
  }

  /// "yes" if the limit is met, "no" if it is breached, else "".
  public String met() {
    return switch (outcome) {
      case MET -> "yes";
      case BREACHED -> "no";
      default -> "";
    };
  }

  /// The verdicts on all outfalls that have a limit.
  public static List<EffluentVerdict> of(Result result) {
    return of(result.study(), result.loads(), result.options());
  }

  public static List<EffluentVerdict> of(Study study, Loads loads, Options options) {
    Judge judge = new Judge(study, loads, options);
    List<EffluentVerdict> found = new ArrayList<>();
    for (Outfall outfall : loads.outfalls()) {
      outfall.limit().ifPresent(limit -> found.add(judge.judge(outfall, limit)));
    }
    return found;
  }

  /// Judge of effluents over the draws of a run.
  private static final class Judge {
    private final Study study;
    private final Options options;
    private final Draws draws;
    private final Confidence confidence;
    private final Map<String, LoadTerm> termOf = new HashMap<>();
    private final Map<Passage, LoadTerm> passingOf = new HashMap<>();
    private final Map<String, Source.Plant> plants = new HashMap<>();

    /// Passage of a constituent through a technology.
    private record Passage(String technology, String constituent) {}

    Judge(Study study, Loads loads, Options options) {
      this.study = study;
      this.options = options;
      draws =
          new Draws(
              study.evidence().spreads(),
              study.evidence().posterior(),
              options.seed(),
              options.draws(),
              study.settings().sampling().groupCorrelation());
      confidence = new Confidence(study.settings().judging().confidence(), options.draws());
      for (LoadTerm term : loads.terms()) {
        termOf.putIfAbsent(term.source(), term);
        passingOf.putIfAbsent(new Passage(term.passing().key(), term.constituent()), term);
      }
      for (Source source : study.emissions().sources()) {
        if (source instanceof Source.Plant plant) {
          plants.put(plant.id(), plant);
        }
      }
    }

    EffluentVerdict judge(Outfall outfall, EffluentLimit limit) {
      Constituent of =
          study.chemistry().constituents().stream()
              .filter(c -> c.id().equals(outfall.constituent()))
              .findFirst()
              .orElseThrow();
      double k = LimitReading.statisticOverMean(limit.statistic(), of);
      double allowed = k > 0 ? limit.value() / k : Double.POSITIVE_INFINITY;
      boolean isMinimum = limit.statistic().isMinimum();
      double[] factor = factor(outfall, of);
      int met = 0;
      for (double f : factor) {
        met += Tie.isMet(outfall.concentration() * f, allowed, isMinimum) ? 1 : 0;
      }
      double share = met / (double) factor.length;
      boolean isAssumed = !isMeasured(outfall);
      Verdict.Outcome outcome = Verdict.Outcome.of(share, 1, confidence);
      boolean isNeverBreached = isAssumed && outcome == Verdict.Outcome.BREACHED;
      return new EffluentVerdict(
          outfall,
          limit,
          allowed,
          share,
          isNeverBreached ? Verdict.Outcome.NOT_KNOWN : outcome,
          isAssumed,
          Band.of(outfall.concentration(), factor));
    }

    private boolean isMeasured(Outfall outfall) {
      for (Effluent row : study.emissions().effluents()) {
        if (row.source().equals(outfall.source())
            && row.constituent().equals(outfall.constituent())
            && MEASURED.contains(row.provenance().quality())) {
          return true;
        }
      }
      return false;
    }

    /// The load of the effluent over its central value, in every draw. What arrives at a plant
    /// varies as the load of one sewered source of the plant's unit.
    private double[] factor(Outfall outfall, Constituent of) {
      if (options.draws() == 0) {
        return new double[] {1};
      }
      Source.Plant plant = plants.get(outfall.source());
      LoadTerm own = termOf.get(outfall.source());
      if (plant == null) {
        return own == null
            ? draws.load("", "", outfall.source())
            : draws.load(own.category().id(), own.unit(), own.source());
      }
      double[] found = draws.load(Category.SEWERED.id(), plant.unit(), plant.id());
      LoadTerm passes = passingOf.get(new Passage(plant.technology(), outfall.constituent()));
      if (passes != null) {
        double[] share =
            draws.passing(
                plant.technology(),
                outfall.constituent(),
                passes.passing().share(),
                of.unit().counts());
        for (int d = 0; d < found.length; d++) {
          found[d] *= share[d];
        }
      }
      return found;
    }
  }
}
