package org.tonle.simulate.draws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.lanes.LoadLanes;
import org.tonle.simulate.lanes.Passage;

/// Loads of a linked group as float rows, each one load times one vector of draws; rows stand by
/// place, member and vector, those alike in all three are one.
///
/// @param start rows of place p are `start[p] … start[p + 1] - 1`; empty: one row each
/// @param member of each row; empty: all of member 0
/// @param vector of each row, an index into `vectors[season]`
/// @param load_g_per_s `[season][row]`
/// @param vectors `[season][vector]`
/// @param patch rows that stand in place of those of some places, or null
public record FloatLoads(
    int[] start,
    int[] member,
    int[] vector,
    float[][] load_g_per_s,
    float[][][] vectors,
    @Nullable Patch patch) {
  /// Loads that nothing replaces.
  public FloatLoads(
      int[] start, int[] member, int[] vector, float[][] load_g_per_s, float[][][] vectors) {
    this(start, member, vector, load_g_per_s, vectors, null);
  }

  /// Rows of a few places.
  ///
  /// @param place the places, ascending
  /// @param loads their rows; its place i is `place[i]`
  public record Patch(int[] place, FloatLoads loads) {
    /// Where a place stands in the patch; negative where it does not.
    int at(int of) {
      return Arrays.binarySearch(place, of);
    }
  }

  /// The same with other rows at some places.
  FloatLoads with(int[] place, FloatLoads rows) {
    return place.length == 0
        ? this
        : new FloatLoads(start, member, vector, load_g_per_s, vectors, new Patch(place, rows));
  }

  /// No loads.
  public static final FloatLoads NONE =
      new FloatLoads(new int[0], new int[0], new int[0], new float[0][], new float[0][][]);

  public int first(int place) {
    return start.length == 0 ? place : start[place];
  }

  boolean isEmpty(int place) {
    int own = patch == null ? -1 : patch.at(place);
    return (own < 0 || patch == null) ? isEmptyHere(place) : patch.loads.isEmptyHere(own);
  }

  private boolean isEmptyHere(int place) {
    return vector.length == 0 || first(place) == first(place + 1);
  }

  private int member(int row) {
    return member.length == 0 ? 0 : member[row];
  }

  /// Adds the loads of a place to `load`, one vector per member; where nothing has arrived yet,
  /// sets it.
  void add(LoadLanes lanes, int season, int place, boolean sets, float[][] load) {
    int own = patch == null ? -1 : patch.at(place);
    if (own >= 0 && patch != null) {
      patch.loads.add(lanes, season, own, sets, load);
      return;
    }
    int at = vector.length == 0 ? 0 : first(place);
    int end = vector.length == 0 ? 0 : first(place + 1);
    for (int m = 0; m < load.length; m++) {
      int next = at;
      while (next < end && member(next) == m) {
        next++;
      }
      lanes.addLoads(load[m], sets, at, next, load_g_per_s[season], vector, vectors[season]);
      at = next;
    }
  }

  /// Puts the last load of a place into a passage and adds those before to what has arrived; all
  /// are of member 0.
  void put(LoadLanes lanes, int season, int place, boolean sets, float[] load, Passage passage) {
    int own = patch == null ? -1 : patch.at(place);
    if (own >= 0 && patch != null) {
      patch.loads.put(lanes, season, own, sets, load, passage);
      return;
    }
    int from = first(place);
    int last = first(place + 1) - 1;
    boolean isAlone = last <= from;
    if (!isAlone) {
      lanes.addLoads(load, sets, from, last, load_g_per_s[season], vector, vectors[season]);
    }
    passage.head = sets && isAlone ? passage.nothing : load;
    passage.own = last < from ? passage.nothing : vectors[season][vector[last]];
    passage.load = last < from ? 0 : load_g_per_s[season][last];
  }

  /// The loads of a place, one vector per member, null for members without any.
  ///
  /// @param space where they are put
  void find(LoadLanes lanes, int season, int place, float[][] space, float[] @Nullable [] found) {
    int own = patch == null ? -1 : patch.at(place);
    if (own >= 0 && patch != null) {
      patch.loads.find(lanes, season, own, space, found);
      return;
    }
    Arrays.fill(found, null);
    for (int row = first(place); row < first(place + 1); row++) {
      found[member(row)] = space[member(row)];
    }
    add(lanes, season, place, true, space);
  }

  /// Rows at nodes (`isNode`) or along segments, of `places` places. Entries of one rank have the
  /// same vectors.
  static FloatLoads of(LoadEntries entries, boolean isNode, int places, FloatVectors draws) {
    Builder builder = new Builder(entries, draws);
    int[] place = isNode ? entries.node() : entries.segment();
    return builder.build(place, places);
  }

  private static final class Builder {
    private final LoadEntries entries;
    private final FloatVectors draws;
    private final int seasons;
    private final Map<Long, Integer> known = new HashMap<>();
    private final List<float[][]> made = new ArrayList<>();

    Builder(LoadEntries entries, FloatVectors draws) {
      this.entries = entries;
      this.draws = draws;
      seasons = draws.exact().groupFactor().length;
    }

    FloatLoads build(int[] place, int places) {
      int count = 0;
      int[] rows = new int[entries.count()];
      for (int i = 0; i < rows.length; i++) {
        if (place[i] >= 0) {
          rows[count++] = i;
        }
      }
      List<Integer> sorted =
          Arrays.stream(rows, 0, count)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingInt(i -> place[i])
                      .thenComparingInt(i -> entries.member()[i])
                      .thenComparingLong(i -> entries.rank()[i]))
              .toList();
      return pack(sorted, place, places);
    }

    private FloatLoads pack(List<Integer> rows, int[] place, int places) {
      int[] start = new int[places + 1];
      int[] member = new int[rows.size()];
      int[] vector = new int[rows.size()];
      double[][] load = new double[seasons][rows.size()];
      int count = 0;
      int last = -1;
      for (int i : rows) {
        boolean isAlike =
            last >= 0
                && place[last] == place[i]
                && entries.member()[last] == entries.member()[i]
                && entries.rank()[last] == entries.rank()[i];
        if (!isAlike) {
          member[count] = entries.member()[i];
          vector[count++] = vector(i);
          start[place[i] + 1]++;
        }
        for (int s = 0; s < seasons; s++) {
          load[s][count - 1] += entries.load_g_per_s()[s * entries.count() + i];
        }
        last = i;
      }
      for (int p = 0; p < places; p++) {
        start[p + 1] += start[p];
      }
      return new FloatLoads(
          start,
          Arrays.copyOf(member, count),
          Arrays.copyOf(vector, count),
          narrowed(load, count),
          bySeason());
    }

    private static float[][] narrowed(double[][] load, int count) {
      float[][] found = new float[load.length][count];
      for (int s = 0; s < load.length; s++) {
        for (int i = 0; i < count; i++) {
          found[s][i] = (float) load[s][i];
        }
      }
      return found;
    }

    private float[][][] bySeason() {
      float[][][] found = new float[seasons][made.size()][];
      for (int v = 0; v < made.size(); v++) {
        for (int s = 0; s < seasons; s++) {
          found[s][v] = made.get(v)[s];
        }
      }
      return found;
    }

    private int vector(int i) {
      Integer number = known.get(entries.rank()[i]);
      if (number == null) {
        number = made.size();
        known.put(entries.rank()[i], number);
        made.add(product(entries.source()[i], entries.passing()[i], entries.flowGroup()[i]));
      }
      return number;
    }

    private float[][] product(int source, int passing, int group) {
      float[][] found = new float[seasons][];
      float[] still = times(draws.multiplier(source), draws.multiplier(passing));
      for (int s = 0; s < seasons; s++) {
        float[] here = group < 0 ? still : times(still, draws.groupFactor(s, group));
        found[s] = draws.orOnes(here);
      }
      return found;
    }

    private static float @Nullable [] times(float @Nullable [] a, float @Nullable [] b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      float[] found = new float[a.length];
      for (int d = 0; d < found.length; d++) {
        found[d] = a[d] * b[d];
      }
      return found;
    }
  }
}
