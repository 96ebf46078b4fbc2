package org.tonle.bench.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Choices.ChanceRow;
import org.tonle.plan.program.Choices.Column;
import org.tonle.plan.program.Choices.Resource;

/// Choices made to plan on: rivers with sites, technologies that leave different parts of two
/// constituents (some make one of them worse), shared plants, periods.
public final class PlanChoices {
  /// Load grows by so much each period.
  private static final double GROWTH = 1.15;

  /// Cost of a work one period later.
  private static final double DISCOUNT = 0.8;

  private final PlanRecipe recipe;
  private final SplittableRandom random;
  private final PlanRivers rivers;
  private final List<Column> columns = new ArrayList<>();

  /// Of each column: technology (-1 for none) and the period it is built in.
  private final List<int[]> built = new ArrayList<>();

  private final double[] left;
  private final double[] leftOther;
  private final double[] price;

  private PlanChoices(PlanRecipe recipe, long seed) {
    this.recipe = recipe;
    random = new SplittableRandom(seed);
    rivers = new PlanRivers(recipe, random);
    int count = recipe.technologies();
    left = new double[count];
    leftOther = new double[count];
    price = new double[count];
    for (int o = 0; o < count; o++) {
      double fine = (o + 1.0) / count;
      left[o] = 1 - 0.97 * StrictMath.sqrt(fine) * random.nextDouble(0.85, 1);
      leftOther[o] = fine < 0.4 ? random.nextDouble(0.9, 1.5) : (1.1 - fine) * 0.8;
      price[o] = 0.3 + 1.2 * fine * fine + random.nextDouble(0, 0.3);
    }
  }

  public static Choices of(PlanRecipe recipe, long seed) {
    return new PlanChoices(recipe, seed).choices();
  }

  private Choices choices() {
    for (int s = 0; s < recipe.sites(); s++) {
      add(new int[] {s}, 0, -1, 0);
      for (int o = 0; o < recipe.technologies(); o++) {
        addWorks(new int[] {s}, o, random.nextDouble(0.8, 1.25));
      }
    }
    for (int k = 0; k < recipe.sharedPlants(); k++) {
      int s = random.nextInt(recipe.sites());
      int[] sites = neighbours(s, 2 + random.nextInt(2));
      for (int o = 0; o < recipe.technologies() && sites.length > 1; o++) {
        addWorks(sites, o, random.nextDouble(0.9, 1.3));
      }
    }
    var rows = new ArrayList<ChanceRow>();
    for (int r = 0; r < rivers.judged.length; r++) {
      addRows(rivers.judged[r], r % 3 == 2, rows);
    }
    return new Choices(recipe.sites(), columns, rows, resources());
  }

  /// A site and those next below it on its river.
  private int[] neighbours(int site, int count) {
    int[] found = new int[count];
    int n = 0;
    for (int s = site; s >= 0 && n < count; s = rivers.downstream[s]) {
      found[n++] = s;
    }
    return Arrays.copyOf(found, n);
  }

  private void addWorks(int[] sites, int technology, double luck) {
    double people = Arrays.stream(sites).mapToDouble(s -> rivers.people[s]).sum();
    double cost = price[technology] * luck * StrictMath.pow(people, 0.6);
    for (int t = 0; t < recipe.periods(); t++) {
      add(sites, cost * StrictMath.pow(DISCOUNT, t), technology, t);
    }
  }

  private void add(int[] sites, double cost, int technology, int period) {
    boolean isPaid = recipe.hasBudgets() && technology >= 0;
    double spent = cost / StrictMath.pow(DISCOUNT, period);
    columns.add(
        new Column(
            sites,
            cost,
            isPaid ? new int[] {period} : new int[0],
            isPaid ? new double[] {spent} : new double[0]));
    built.add(new int[] {technology, period});
  }

  /// Budgets of the periods: a share of what a middling work at every site costs.
  private List<Resource> resources() {
    var found = new ArrayList<Resource>();
    double all = 0;
    for (double people : rivers.people) {
      all += StrictMath.pow(people, 0.6);
    }
    for (int t = 0; recipe.hasBudgets() && t < recipe.periods(); t++) {
      found.add(new Resource(0.25 * all));
    }
    return found;
  }

  private void addRows(int place, boolean isOther, List<ChanceRow> rows) {
    var above = new ArrayList<Integer>();
    for (int s = 0; s < recipe.sites(); s++) {
      if (rivers.travelled(s, place) >= 0) {
        above.add(s);
      }
    }
    float[][] effect = new float[above.size()][recipe.draws()];
    double sum = 0;
    for (int d = 0; d < recipe.draws(); d++) {
      double flow = StrictMath.exp(spread(0.2));
      double rate = StrictMath.exp(spread(0.3));
      for (int i = 0; i < effect.length; i++) {
        int s = above.get(i);
        double survival = StrictMath.exp(-rate * rivers.travelled(s, place));
        double load = rivers.people[s] * StrictMath.exp(spread(0.5));
        effect[i][d] = (float) (load * survival / flow);
        sum += effect[i][d];
      }
    }
    double limit = sum / recipe.draws() * random.nextDouble(0.25, 0.6) * (isOther ? 1.6 : 1);
    for (float[] one : effect) {
      for (int d = 0; d < one.length; d++) {
        one[d] /= (float) limit;
      }
    }
    for (int t = 0; t < recipe.periods(); t++) {
      rows.add(row(above, effect, isOther, t, sum / recipe.draws()));
    }
  }

  private double spread(double deviation) {
    return recipe.draws() == 1 ? 0 : deviation * PlanRivers.normal(random);
  }

  private ChanceRow row(
      List<Integer> above, float[][] effect, boolean isOther, int period, double weight) {
    int[] place = new int[recipe.sites()];
    Arrays.fill(place, -1);
    for (int i = 0; i < effect.length; i++) {
      place[above.get(i)] = i;
    }
    // Limits come into force step by step: at first 2.5 times what they are at last.
    double ease = recipe.periods() == 1 ? 1 : 1 + 1.5 * (recipe.periods() - 1 - period) / 4;
    double load = StrictMath.pow(GROWTH, period) / ease;
    var column = new ArrayList<Integer>();
    var way = new ArrayList<Integer>();
    var amount = new ArrayList<Double>();
    for (int c = 0; c < columns.size(); c++) {
      int technology = built.get(c)[0];
      boolean stands = technology >= 0 && built.get(c)[1] <= period;
      double[] of = isOther ? leftOther : left;
      for (int s : columns.get(c).sites()) {
        if (place[s] >= 0) {
          column.add(c);
          way.add(place[s]);
          amount.add(load * (stands ? of[technology] : 1));
        }
      }
    }
    return new ChanceRow(
        effect,
        new float[recipe.draws()],
        column.stream().mapToInt(i -> i).toArray(),
        way.stream().mapToInt(i -> i).toArray(),
        amount.stream().mapToDouble(d -> d).toArray(),
        recipe.confidence(),
        weight);
  }
}
