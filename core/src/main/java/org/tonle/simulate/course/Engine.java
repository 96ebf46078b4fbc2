package org.tonle.simulate.course;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;

/// Engine that runs the parts of a course in the caller's thread pool, then the remainder.
public final class Engine<V> {
  private final Course course;
  private final Supplier<Worker<V>> workers;
  private final Grain grain;
  private final @Nullable KeptDeliveries<V> kept;
  private final Runnable pause;
  private final Queue<Worker<V>> idle = new ConcurrentLinkedQueue<>();

  /// @param workers makes the worker for one part
  /// @param kept where deliveries are kept for later changes, or null
  public Engine(
      Course course, Supplier<Worker<V>> workers, Grain grain, @Nullable KeptDeliveries<V> kept) {
    this(course, workers, grain, kept, () -> {});
  }

  /// @param pause called now and then, from any thread; may throw to end the run
  public Engine(
      Course course,
      Supplier<Worker<V>> workers,
      Grain grain,
      @Nullable KeptDeliveries<V> kept,
      Runnable pause) {
    this.pause = pause;
    this.course = course;
    this.workers = workers;
    this.grain = grain;
    this.kept = kept;
  }

  /// Worker of one thread: a carrier and the lakes' solver, which is null if there are no lakes.
  public record Worker<V>(Carrier<V> carrier, @Nullable LakeYears<V> lakeYears) {}

  public void run() {
    List<Parts.Part> parts = Parts.of(course, grain);
    Worker<V> last = workers.get();
    List<Done<V>> done =
        IntStream.range(0, parts.size())
            .parallel()
            .mapToObj(i -> part(parts.get(i), last.carrier().tallies()))
            .toList();
    rest(last, done.stream().map(Done::slots).toList());
    done.forEach(part -> part.worker().carrier().finish());
    last.carrier().finish();
  }

  /// Part that was run, with its worker.
  private record Done<V>(Slots<V> slots, Worker<V> worker) {}

  /// Runs one part on any idle worker; on a fresh one where each part must keep its own sums.
  private Done<V> part(Parts.Part part, boolean isApart) {
    @Nullable Worker<V> found = isApart ? null : idle.poll();
    Worker<V> worker = found == null ? workers.get() : found;
    Slots<V> slots = new Slots<>(course, worker.carrier(), part);
    traverse(worker, slots).run(part.from(), part.to());
    if (!isApart) {
      idle.add(worker);
    }
    return new Done<>(slots, worker);
  }

  private Traverse<V> traverse(Worker<V> worker, Slots<V> slots) {
    return new Traverse<>(course, worker.carrier(), worker.lakeYears(), slots, kept, pause);
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
