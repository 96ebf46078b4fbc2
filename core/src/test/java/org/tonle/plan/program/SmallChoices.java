package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tonle.plan.program.Choices.ChanceRow;
import org.tonle.plan.program.Choices.Column;
import org.tonle.plan.program.Choices.Resource;

/// Small choices at random, of every kind: shared columns, resources, options that make water
/// worse, 1 to 30 draws, ties, some without any plan.
public final class SmallChoices {
  private SmallChoices() {}

  public static Choices of(long seed) {
    var random = new SplittableRandom(seed);
    int sites = random.nextInt(2, 6);
    int resourceCount = random.nextInt(0, 3);
    boolean isTied = random.nextInt(4) == 0;
    var columns = new ArrayList<Column>();
    for (int s = 0; s < sites; s++) {
      columns.add(new Column(new int[] {s}, 0, new int[0], new double[0]));
      int options = random.nextInt(1, 4);
      for (int o = 0; o < options; o++) {
        columns.add(column(random, new int[] {s}, resourceCount, isTied));
      }
    }
    int shared = random.nextInt(0, 3);
    for (int k = 0; k < shared; k++) {
      int a = random.nextInt(sites);
      int b = (a + 1 + random.nextInt(sites - 1)) % sites;
      columns.add(column(random, new int[] {a, b}, resourceCount, isTied));
    }
    var resources = new ArrayList<Resource>();
    for (int k = 0; k < resourceCount; k++) {
      resources.add(new Resource(random.nextDouble(2, 4 * sites)));
    }
    var rows = new ArrayList<ChanceRow>();
    int rowCount = random.nextInt(1, 5);
    for (int r = 0; r < rowCount; r++) {
      rows.add(row(random, sites, columns, isTied));
    }
    return new Choices(sites, columns, rows, resources);
  }

  private static Column column(
      SplittableRandom random, int[] sites, int resourceCount, boolean isTied) {
    double cost = random.nextDouble(0.5, 10) * sites.length * 0.8;
    cost = isTied ? StrictMath.rint(cost) + 1 : cost;
    int count = resourceCount == 0 ? 0 : random.nextInt(resourceCount + 1);
    int[] resources = new int[count];
    double[] uses = new double[count];
    for (int k = 0; k < count; k++) {
      resources[k] = k;
      uses[k] = random.nextDouble(0, 4);
    }
    return new Column(sites, cost, resources, uses);
  }

  private static ChanceRow row(
      SplittableRandom random, int sites, List<Column> columns, boolean isTied) {
    int draws = random.nextInt(3) == 0 ? 1 : random.nextInt(2, 31);
    float[][] effect = new float[sites][draws];
    double[] size = new double[sites];
    for (int w = 0; w < sites; w++) {
      size[w] = random.nextInt(4) == 0 ? 0 : random.nextDouble(0.1, 0.6);
      for (int d = 0; d < draws; d++) {
        double spread = isTied ? 1 : StrictMath.exp(0.8 * (random.nextDouble() - 0.5) * 2);
        effect[w][d] = (float) (size[w] * spread);
      }
    }
    float[] rest = new float[draws];
    for (int d = 0; d < draws; d++) {
      rest[d] = (float) random.nextDouble(0, 0.2);
    }
    var column = new ArrayList<Integer>();
    var way = new ArrayList<Integer>();
    var amount = new ArrayList<Double>();
    for (int c = 0; c < columns.size(); c++) {
      for (int s : columns.get(c).sites()) {
        if (size[s] > 0) {
          column.add(c);
          way.add(s);
          amount.add(columns.get(c).isWork() ? left(random, isTied) : 1.0);
        }
      }
    }
    double confidence = new double[] {0.5, 0.8, 0.9, 1}[random.nextInt(4)];
    return new ChanceRow(
        effect,
        rest,
        column.stream().mapToInt(i -> i).toArray(),
        way.stream().mapToInt(i -> i).toArray(),
        amount.stream().mapToDouble(d -> d).toArray(),
        confidence,
        random.nextInt(5) == 0 ? 0 : random.nextDouble(1, 20));
  }

  /// What a work leaves of a load: a third of them make it worse, a few take some out.
  private static double left(SplittableRandom random, boolean isTied) {
    double left =
        switch (random.nextInt(9)) {
          case 0, 1, 2 -> random.nextDouble(1, 1.6);
          case 3 -> -random.nextDouble(0, 0.2);
          default -> random.nextDouble(0, 0.9);
        };
    return isTied ? StrictMath.rint(left * 4) / 4 : left;
  }
}
