package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.simulate.reverse.Sensitivity;

/// Builder of the row of one limit, while its sensitivities are at hand.
final class RowBuilder {
  /// Sites that add less than this share of what is allowed, whatever is done there, belong to the
  /// rest.
  private static final double TOO_LITTLE = 1e-4;

  /// Share of draws in which a site must count.
  private static final double SELDOM = 0.01;

  /// What a source adds that does not get here.
  private static final float[] NOTHING = {};

  private final OptionEffects.Aim aim;
  private final List<Option> options;
  private final Allowance allowance;
  private final Sensitivity kept;
  private final GroupOptions group;
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final double[] rest;
  private final double[] sums;

  /// A site in the row.
  private static final class Site {
    private final int number;
    private final float[] before;
    private final Ways ways = new Ways();
    private final List<Integer> option = new ArrayList<>();
    private final List<Ways.Course> course = new ArrayList<>();
    private boolean counts;

    Site(int number, float[] before) {
      this.number = number;
      this.before = before;
    }
  }

  RowBuilder(
      OptionEffects.Aim aim,
      List<Option> options,
      Allowance allowance,
      Sensitivity kept,
      GroupOptions group) {
    this.aim = aim;
    this.options = options;
    this.allowance = allowance;
    this.kept = kept;
    this.group = group;
    sums = new double[allowance.draws()];
    rest = new double[allowance.draws()];
    for (int d = 0; d < rest.length; d++) {
      rest[d] = allowance.rest(kept.natural_g_per_m3(d), d);
    }
    for (int o = 0; o < options.size(); o++) {
      if (options.get(o).isNothing()) {
        String site = options.get(o).sites().getFirst();
        sites.put(site, new Site(sites.size(), vector(group.before(), site)));
        add(o, site, vector(group.before(), site));
      }
    }
    others();
  }

  /// What sources that no option decides on add, and water that joins.
  private void others() {
    for (String source : group.before().of().keySet()) {
      if (!sites.containsKey(source)) {
        float[] own = vector(group.before(), source);
        for (int d = 0; d < own.length; d++) {
          rest[d] += own[d];
        }
      }
    }
  }

  /// What a source adds in some loads; the same empty vector where nothing gets here.
  private float[] vector(GroupOptions.Loads loads, String source) {
    java.util.Arrays.fill(sums, 0);
    boolean isAny = false;
    for (int entry : loads.of(source)) {
      isAny |= kept.add(loads.entries(), loads.draws(), entry, sums);
    }
    float[] found = isAny ? new float[sums.length] : NOTHING;
    for (int d = 0; d < found.length; d++) {
      found[d] = (float) allowance.over(sums[d], d);
    }
    return found;
  }

  /// Adds an option with the loads of its wave.
  void add(int number, int wave) {
    for (String site : options.get(number).sites()) {
      add(number, site, vector(group.wave(wave), site));
    }
  }

  private void add(int number, String id, float[] vector) {
    Site site = sites.get(id);
    if (site == null) {
      throw new IllegalArgumentException("No option leaves " + id + " as it is.");
    }
    site.counts |= isFelt(vector);
    site.option.add(number);
    site.course.add(vector.length == 0 ? Ways.NOTHING : site.ways.of(vector));
  }

  private static boolean isFelt(float[] vector) {
    int felt = 0;
    for (float one : vector) {
      felt += StrictMath.abs(one) > TOO_LITTLE ? 1 : 0;
    }
    return felt > 0 && felt > SELDOM * vector.length;
  }

  /// Part of an option at a site.
  private record Part(int option, int site, int way, double amount) {}

  OptionRow row() {
    List<float[]> effect = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Site site : sites.values()) {
      if (!site.counts) {
        for (int d = 0; d < site.before.length; d++) {
          rest[d] += site.before[d];
        }
        continue;
      }
      for (int i = 0; i < site.option.size(); i++) {
        Ways.Course course = site.course.get(i);
        int way = effect.size() + course.way();
        parts.add(new Part(site.option.get(i), site.number, way, course.amount()));
      }
      effect.addAll(site.ways.courses());
    }
    parts.sort(Comparator.comparingInt(Part::option).thenComparingInt(Part::site));
    float[] others = new float[rest.length];
    for (int d = 0; d < others.length; d++) {
      others[d] = (float) rest[d];
    }
    return new OptionRow(
        aim.question(),
        aim.verdict(),
        aim.share(),
        effect.toArray(float[][]::new),
        others,
        parts.stream().mapToInt(Part::option).toArray(),
        parts.stream().mapToInt(Part::site).toArray(),
        parts.stream().mapToInt(Part::way).toArray(),
        parts.stream().mapToDouble(Part::amount).toArray());
  }
}
