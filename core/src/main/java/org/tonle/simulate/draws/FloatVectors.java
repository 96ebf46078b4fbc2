package org.tonle.simulate.draws;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tonle.simulate.lanes.Lanes;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.FlowFactors;
import org.tonle.simulate.step.Power;

/// Vectors of [DrawVectors] in float, padded to whole lanes, made once for all groups.
///
/// A vector that consists of ones is null: inputs that do not vary cost nothing. Vectors of flow
/// classes are kept up to a size, those of the most nodes first; the others are blended on request,
/// with the same bits.
public final class FloatVectors {
  /// Vectors are kept up to this size; 60,000 reaches in 4 seasons and 256 draws fit.
  private static final long KEPT_BYTES = 384L << 20;

  private static final int RATED = 16;

  private static final ClassVectors STILL = new ClassVectors(null, null, null);

  private final DrawVectors exact;
  private final float[] ones;
  private final float[] @Nullable [] multiplier;
  private final float[][][] groupFactor;
  private final @Nullable ClassVectors[][] kept;
  private final @Nullable FloatReading[] river;
  private final @Nullable FloatReading[] lake;

  /// Rates that all threads and questions share.
  private final RateVectors shared;

  private Blended last = new Blended(-1, -1, STILL);

  /// Rates made last, each at a place that its key gives.
  private final @Nullable Rated[] rated = new @Nullable Rated[RATED];

  /// Discharge and travel time of a flow class, null if they do not vary.
  private record ClassVectors(
      float @Nullable [] timeFactor,
      float @Nullable [] flowFactor,
      float @Nullable [] perFlowFactor) {}

  /// Drawn over central rate where depth and velocity follow a drawn discharge.
  private record Rated(RateVectors.Key key, float[] value) {}

  private record Blended(int season, int flowClass, ClassVectors vectors) {}

  public FloatVectors(DrawVectors exact) {
    this(exact, KEPT_BYTES);
  }

  /// @param keptBytes size up to which vectors of flow classes are kept
  public FloatVectors(DrawVectors exact, long keptBytes) {
    this.exact = exact;
    ones = new float[Lanes.length(exact.draws())];
    Arrays.fill(ones, 1);
    multiplier = new float[exact.multiplier().length][];
    for (int i = 0; i < multiplier.length; i++) {
      multiplier[i] = varying(exact.multiplier()[i]);
    }
    int seasons = exact.groupFactor().length;
    groupFactor = new float[seasons][][];
    for (int s = 0; s < seasons; s++) {
      groupFactor[s] = new float[exact.groupFactor()[s].length][];
      for (int g = 0; g < groupFactor[s].length; g++) {
        groupFactor[s][g] = narrow(exact.groupFactor()[s][g]);
      }
    }
    kept = kept(keptBytes);
    river = FloatReading.all(exact.readings().river());
    lake = FloatReading.all(exact.readings().lake());
    shared = new RateVectors(multiplier.length, length());
  }

  private FloatVectors(FloatVectors of) {
    exact = of.exact;
    ones = of.ones;
    multiplier = of.multiplier;
    groupFactor = of.groupFactor;
    kept = of.kept;
    river = of.river;
    lake = of.lake;
    shared = of.shared;
  }

  /// The same vectors for one thread, which remembers the last ones it blended: neighbours share
  /// their water.
  FloatVectors ofWorker() {
    return new FloatVectors(this);
  }

  private @Nullable ClassVectors[][] kept(long bytes) {
    FlowFactors of = exact.flow();
    ClassVectors[][] found = new ClassVectors[of.seasons()][];
    int count = 0;
    for (int s = 0; s < found.length; s++) {
      found[s] = new ClassVectors[of.classes(s)];
      count += of.classes(s);
    }
    // A class is its place in this order; sorting puts the most nodes first.
    long[] order = new long[count];
    int at = 0;
    for (int s = 0; s < found.length; s++) {
      for (int c = 0; c < of.classes(s); c++) {
        order[at] = ((long) -of.nodes(s, c) << Integer.SIZE) + at;
        at++;
      }
    }
    Arrays.sort(order);
    long most = StrictMath.min(count, bytes / (3L * Float.BYTES * length()));
    for (int i = 0; i < most; i++) {
      int flowClass = (int) order[i];
      int season = 0;
      while (flowClass >= of.classes(season)) {
        flowClass -= of.classes(season++);
      }
      found[season][flowClass] = blend(season, flowClass);
    }
    return found;
  }

  private ClassVectors blend(int season, int flowClass) {
    double[] flow = exact.flowFactor(season, flowClass);
    float[] time = new float[length()];
    exact.flow().time(season, flowClass, flow, time);
    Arrays.fill(time, flow.length, time.length, time[flow.length - 1]);
    boolean isTimeStill = Arrays.equals(time, ones) && exact.flow().isTimeStill(season, flowClass);
    float @Nullable [] drawn = varying(flow);
    if (isTimeStill && drawn == null) {
      return STILL;
    }
    return new ClassVectors(isTimeStill ? null : time, drawn, drawn == null ? null : inverse(flow));
  }

  private ClassVectors vectors(int season, int flowClass) {
    ClassVectors made = kept[season][flowClass];
    if (made != null) {
      return made;
    }
    Blended before = last;
    if (before.season == season && before.flowClass == flowClass) {
      return before.vectors;
    }
    Blended found = new Blended(season, flowClass, blend(season, flowClass));
    last = found;
    return found.vectors;
  }

  private FloatVectors(FloatVectors of, DrawVectors exact, float[] @Nullable [] multiplier) {
    this.exact = exact;
    this.multiplier = multiplier;
    ones = of.ones;
    groupFactor = of.groupFactor;
    kept = of.kept;
    river = of.river;
    lake = of.lake;
    shared = of.shared;
  }

  /// The same vectors with more multipliers, numbered after these.
  public FloatVectors with(double[][] more) {
    if (more.length == 0) {
      return this;
    }
    float[] @Nullable [] all = java.util.Arrays.copyOf(multiplier, multiplier.length + more.length);
    for (int i = 0; i < more.length; i++) {
      all[multiplier.length + i] = varying(more[i]);
    }
    return new FloatVectors(this, exact.with(more), all);
  }

  /// A vector as float, padded with its last value.
  static float[] narrow(double[] x) {
    float[] found = new float[Lanes.length(x.length)];
    for (int d = 0; d < found.length; d++) {
      found[d] = (float) x[StrictMath.min(d, x.length - 1)];
    }
    return found;
  }

  private static float @Nullable [] varying(double[] x) {
    for (double value : x) {
      if (value != 1) {
        return narrow(x);
      }
    }
    return null;
  }

  private static float[] inverse(double[] x) {
    double[] found = new double[x.length];
    for (int d = 0; d < found.length; d++) {
      found[d] = 1 / x[d];
    }
    return narrow(found);
  }

  public int draws() {
    return exact.draws();
  }

  /// Length of every vector.
  public int length() {
    return Lanes.length(exact.draws());
  }

  DrawVectors exact() {
    return exact;
  }

  /// A vector, or ones if nothing varies.
  float[] orOnes(float @Nullable [] vector) {
    return vector == null ? ones : vector;
  }

  /// Vector of a multiplier.
  float @Nullable [] multiplier(int number) {
    return number < 0 ? null : multiplier[number];
  }

  /// Vector of a rate: its multiplier, times a power of the discharge of a flow class, which depth
  /// and velocity follow.
  float @Nullable [] rate(int number, int season, int flowClass, double power) {
    if (power == 0 || vectors(season, flowClass).flowFactor == null) {
      return multiplier(number);
    }
    int slot = (31 * number + Double.hashCode(power)) & (RATED - 1);
    Rated known = rated[slot];
    if (known != null && known.key.is(number, season, flowClass, power)) {
      return known.value;
    }
    RateVectors.Key key = new RateVectors.Key(number, season, flowClass, power);
    float[] values = shared.find(key, () -> rated(key));
    rated[slot] = new Rated(key, values);
    return values;
  }

  private float[] rated(RateVectors.Key key) {
    double[] flow = exact.flowFactor(key.season(), key.flowClass());
    float[] drawn = orOnes(multiplier(key.number()));
    float[] values = new float[length()];
    for (int d = 0; d < values.length; d++) {
      int of = StrictMath.min(d, flow.length - 1);
      values[d] = d > of ? values[of] : drawn[d] * Power.of(flow[d], key.exponent());
    }
    return values;
  }

  /// How a constituent of the study is read, or null if nothing moves it.
  @Nullable FloatReading reading(int constituent, boolean isLake) {
    @Nullable FloatReading[] own = isLake ? lake : river;
    return constituent < own.length ? own[constituent] : null;
  }

  /// Discharge of a hydrological group over its central value.
  float[] groupFactor(int season, int group) {
    return groupFactor[season][group];
  }

  /// Travel time of a flow class over its central value.
  float @Nullable [] timeFactor(int season, int flowClass) {
    return vectors(season, flowClass).timeFactor;
  }

  /// Discharge of a flow class over its central value.
  float @Nullable [] flowFactor(int season, int flowClass) {
    return vectors(season, flowClass).flowFactor;
  }

  /// Central over drawn discharge of a flow class.
  float @Nullable [] perFlowFactor(int season, int flowClass) {
    return vectors(season, flowClass).perFlowFactor;
  }
}
