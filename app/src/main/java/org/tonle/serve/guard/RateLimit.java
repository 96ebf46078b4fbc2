package org.tonle.serve.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Rate limit by asker: a bucket of requests that refills over time.
public final class RateLimit {
  private static final int MOST_ASKERS = 4096;

  private final double most;
  private final double perSecond;
  private final LongSupplier clock_ns;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ASKERS;
        }
      };

  private static final class Bucket {
    private double left;
    private long at_ns;

    private Bucket(double left, long at_ns) {
      this.left = left;
      this.at_ns = at_ns;
    }
  }

  /// @param most requests at once
  /// @param clock_ns time that never runs backwards
  public RateLimit(double most, double perSecond, LongSupplier clock_ns) {
    this.most = most;
    this.perSecond = perSecond;
    this.clock_ns = clock_ns;
  }

  /// Whether the asker may make one more request.
  public synchronized boolean take(String asker) {
    long now_ns = clock_ns.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(asker, k -> new Bucket(most, now_ns));
    double since = StrictMath.max(0, now_ns - bucket.at_ns) * 1e-9;
    bucket.left = StrictMath.min(most, bucket.left + since * perSecond);
    bucket.at_ns = now_ns;
    if (bucket.left < 1) {
      return false;
    }
    bucket.left--;
    return true;
  }
}
