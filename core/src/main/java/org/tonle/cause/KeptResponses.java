package org.tonle.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.tonle.model.Source;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Pull;
import org.tonle.run.Question;
import org.tonle.run.Session;
import org.tonle.run.TargetIndex;
import org.tonle.run.Tasks;
import org.tonle.run.Vectors;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.KeptResponse;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.step.DrawVectors;

/// Kept responses of watched concentrations, beside a session: how much every load upstream adds
/// per gram and second, in every draw.
///
/// A change of loads does not change them. So the causes of a concentration after such a change
/// take no sweep: each load is multiplied by its response. A change of rates or water has other
/// responses, which are computed for it.
public final class KeptResponses {
  private final Baseline baseline;
  private final List<Question> questions;

  /// Responses of each linked group, by number of the question.
  private final List<Map<Integer, KeptResponse>> kept = new ArrayList<>();

  private KeptResponses(Session session, List<Question> questions, ForkJoinPool pool) {
    baseline = session.baseline();
    this.questions = List.copyOf(questions);
    TargetIndex places =
        new TargetIndex(baseline.instance().study(), baseline.instance().builder());
    int[] plants = plants(baseline.instance());
    for (int g = 0; g < baseline.instance().groups().size(); g++) {
      kept.add(new HashMap<>());
      keep(g, places, plants, pool);
    }
  }

  /// Keeps the responses of some concentrations of a session's baseline.
  public static KeptResponses of(Session session, List<Question> questions, ForkJoinPool pool) {
    return new KeptResponses(session, questions, pool);
  }

  /// Nodes where a plant discharges or would discharge.
  private static int[] plants(Instance instance) {
    return instance.study().emissions().sources().stream()
        .filter(Source.Plant.class::isInstance)
        .mapToInt(s -> instance.builder().nodeOf(s.entry()))
        .filter(node -> node >= 0)
        .distinct()
        .toArray();
  }

  private Adjoint adjoint(int g) {
    Instance instance = baseline.instance();
    return new Adjoint(
        instance.network(),
        instance.groups().get(g),
        instance.entries().get(g),
        instance.study().settings().routing().lakeSteps());
  }

  private void keep(int g, TargetIndex places, int[] plants, ForkJoinPool pool) {
    Instance instance = baseline.instance();
    Kinetics kinetics = instance.groups().get(g);
    LoadEntries entries = instance.entries().get(g);
    int draws = baseline.options().draws();
    Adjoint central = adjoint(g);
    central.draw(new Vectors(instance).central(), 0);
    for (int q = 0; q < questions.size(); q++) {
      for (int m = 0; m < kinetics.memberCount(); m++) {
        int c = kinetics.constituents()[m];
        String id = instance.study().chemistry().constituents().get(c).id();
        if (id.equals(questions.get(q).constituent())) {
          Target target = places.target(questions.get(q), m);
          kept.get(g)
              .put(q, KeptResponse.of(central, instance.network(), entries, plants, target, draws));
        }
      }
    }
    List<Callable<Boolean>> tasks = new ArrayList<>();
    int block = StrictMath.max(1, draws / (4 * pool.getParallelism()));
    for (int from = 0; !kept.get(g).isEmpty() && from < draws; from += block) {
      int start = from;
      int end = StrictMath.min(from + block, draws);
      tasks.add(() -> fill(g, start, end));
    }
    Tasks.all(pool, tasks);
  }

  private boolean fill(int g, int from, int to) {
    Adjoint adjoint = adjoint(g);
    for (int d = from; d < to; d++) {
      adjoint.draw(baseline.drawn(), d);
      for (KeptResponse one : kept.get(g).values()) {
        one.fill(adjoint, d);
      }
    }
    return true;
  }

  public List<Question> questions() {
    return questions;
  }

  /// Bytes that the kept responses take.
  public long size_byte() {
    return kept.stream()
        .flatMap(group -> group.values().stream())
        .mapToLong(KeptResponse::size_byte)
        .sum();
  }

  /// Causes of the watched concentrations under a change, with access to their draws; a demand is
  /// made from these.
  public Apportionments after(Pull pull) {
    if (pull.how() != Pull.How.TOUCHED) {
      return Apportionments.of(pull.result(), questions);
    }
    Instance changed = pull.instance();
    DrawVectors central = new Vectors(changed).central();
    Later<DrawVectors> drawn = new Later<>(() -> baseline.drawn(changed));
    Responses responses =
        new Responses(
            changed,
            baseline.options(),
            questions,
            (g, index) ->
                new KeptSweep.Way(
                    kept.get(g),
                    new KeptResponse.Loads(changed.network(), changed.entries().get(g)),
                    changed.entries().get(g),
                    index,
                    central,
                    drawn,
                    AdjointSweep.of(changed, g, index, central, drawn)),
            Responses.MOST_HELD_byte);
    return Apportionments.of(pull.result(), responses);
  }
}
