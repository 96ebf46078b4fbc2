package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final Allowance allowance;
  private final Sensitivity kept;
  private final GroupOptions group;
  private final List<Site> sites = new ArrayList<>();
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

    void add(int number, float[] vector) {
      counts |= isFelt(vector);
      option.add(number);
      course.add(vector.length == 0 ? Ways.NOTHING : ways.of(vector));
    }
  }

  RowBuilder(
      OptionEffects.Aim aim,
      List<SiteOptions> all,
      Allowance allowance,
      Sensitivity kept,
      GroupOptions group) {
    this.aim = aim;
    this.allowance = allowance;
    this.kept = kept;
    this.group = group;
    sums = new double[allowance.draws()];
    rest = new double[allowance.draws()];
    for (int d = 0; d < rest.length; d++) {
      rest[d] = allowance.rest(kept.natural_g_per_m3(d), d);
    }
    Set<String> decided = new HashSet<>();
    for (SiteOptions one : all) {
      decided.add(one.site());
      if (group.isReached(kept, one.site())) {
        sites.add(site(one));
      }
    }
    others(decided);
  }

  private Site site(SiteOptions one) {
    Site site = new Site(one.number(), vector(group.before(), one.site()));
    site.add(one.nothing(), site.before);
    for (int k = 0; k < one.option().length; k++) {
      site.add(one.option()[k], vector(group.wave(one.wave()[k]), one.site()));
    }
    return site;
  }

  /// What sources that no option decides on add, and water that joins.
  private void others(Set<String> decided) {
    for (String source : group.before().of().keySet()) {
      if (!decided.contains(source) && group.isReached(kept, source)) {
        float[] own = vector(group.before(), source);
        for (int d = 0; d < own.length; d++) {
          rest[d] += own[d];
        }
      }
    }
  }

  /// What a source adds in some loads; the same empty vector where nothing gets here.
  private float[] vector(GroupOptions.Loads loads, String source) {
    Arrays.fill(sums, 0);
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
    for (Site site : sites) {
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
