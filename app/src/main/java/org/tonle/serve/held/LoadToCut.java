package org.tonle.serve.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.tonle.cause.Breaches;
import org.tonle.cause.KeptResponses;
import org.tonle.cause.WorstPlaces;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.export.DemandRow;
import org.tonle.run.Answer;
import org.tonle.run.Pull;
import org.tonle.service.Causes;

/// Load to cut under levers, from responses that are kept of every breach of the baseline: a change
/// of loads takes no further sweep.
public final class LoadToCut {
  private final PreparedStudy study;
  private final ForkJoinPool pool;
  private @Nullable KeptResponses kept;
  private Map<String, Double> before = Map.of();

  /// Load of a constituent that is still to be cut, in equal percentages at the study's confidence
  /// [t/a; of bacteria 10^12 counts/a].
  public record Row(String constituent, double before_t_per_a, double after_t_per_a) {}

  LoadToCut(PreparedStudy study, ForkJoinPool pool) {
    this.study = study;
    this.pool = pool;
  }

  private synchronized KeptResponses kept() {
    if (kept == null) {
      kept =
          KeptResponses.of(
              study.session(), Causes.questions(study.result(), WorstPlaces.USUAL), pool);
      before = kept.questions().isEmpty() ? Map.of() : sums(kept, unchanged());
    }
    return kept;
  }

  private Pull unchanged() {
    return switch (study.session().pull(List.of())) {
      case Pull pull -> pull;
      case Answer.Refused refused -> throw new IllegalStateException(refused.problems().toString());
    };
  }

  /// Loads to cut before and after a pull, by constituent.
  public List<Row> under(Pull pull) {
    KeptResponses responses = kept();
    Map<String, Double> after = responses.questions().isEmpty() ? Map.of() : sums(responses, pull);
    TreeMap<String, Double> all = new TreeMap<>(before);
    after.keySet().forEach(c -> all.putIfAbsent(c, 0.0));
    List<Row> rows = new ArrayList<>();
    all.forEach((c, was) -> rows.add(new Row(c, was, after.getOrDefault(c, 0.0))));
    return rows;
  }

  /// Whether a pull breaks limits that the baseline keeps, whose load to cut is not known here.
  public boolean isMore(Pull pull) {
    var watched = kept().questions();
    return new Breaches(pull.result()).questions().stream().anyMatch(q -> !watched.contains(q));
  }

  private Map<String, Double> sums(KeptResponses responses, Pull pull) {
    double confidence = study.study().settings().judging().confidence();
    Demand demand = DemandModel.of(responses.after(pull), Rule.EQUAL_PERCENTAGE, confidence, "");
    Map<String, Double> sums = new TreeMap<>();
    for (DemandRow row : DemandRow.of(demand)) {
      if (row.level() == DemandRow.Level.TOTAL) {
        sums.put(row.constituent(), row.cut_t_per_a());
      }
    }
    return sums;
  }
}
