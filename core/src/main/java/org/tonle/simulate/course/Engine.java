package org.tonle.simulate.course;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.network.Course;

/// Runs a course in its parts, in the caller's thread pool, then what remains.
public final class Engine<V> {
  private final Course course;
  private final Supplier<Worker<V>> workers;
  private final Grain grain;
  private final @Nullable Kept<V> kept;

  /// @param workers makes what one part needs
  /// @param kept where deliveries are kept for later detours, or null
  public Engine(Course course, Supplier<Worker<V>> workers, Grain grain, @Nullable Kept<V> kept) {
    this.course = course;
    this.workers = workers;
    this.grain = grain;
    this.kept = kept;
  }

  /// A carrier and the lakes' solver of one thread; none where there are no lakes.
  public record Worker<V>(Carrier<V> carrier, @Nullable LakeYears<V> lakeYears) {}

  public void run() {
    List<Parts.Part> parts = Parts.of(course, grain);
    List<Slots<V>> done = new ArrayList<>();
    List<Worker<V>> hired = new ArrayList<>();
    for (Parts.Part part : parts) {
      Worker<V> worker = workers.get();
      hired.add(worker);
      done.add(new Slots<>(course, worker.carrier(), part));
    }
    IntStream.range(0, parts.size())
        .parallel()
        .forEach(
            i -> traverse(hired.get(i), done.get(i)).run(parts.get(i).from(), parts.get(i).to()));
    Worker<V> last = workers.get();
    rest(last, done);
    hired.forEach(worker -> worker.carrier().finish());
    last.carrier().finish();
  }

  private Traverse<V> traverse(Worker<V> worker, Slots<V> slots) {
    return new Traverse<>(course, worker.carrier(), worker.lakeYears(), slots, kept);
  }

  private void rest(Worker<V> last, List<Slots<V>> done) {
    Slots<V> slots = new Slots<>(course, last.carrier(), null);
    Traverse<V> traverse = traverse(last, slots);
    int at = 0;
    for (Slots<V> part : done) {
      traverse.run(at, part.part().from());
      part.deliver(slots);
      at = part.part().to();
    }
    traverse.run(at, course.length());
  }
}
