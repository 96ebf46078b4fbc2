package org.tonle.simulate;

/// [Lanes] as plain loops, which need no module.
final class PlainLanes implements Lanes {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void exp(float[] x, float[] y) {
    for (int d = 0; d < x.length; d++) {
      y[d] = Exp32.exp(x[d]);
    }
  }

  @Override
  public void phi1(float[] x, float[] y) {
    for (int d = 0; d < x.length; d++) {
      y[d] = Exp32.phi1(x[d], Exp32.exp(-x[d]));
    }
  }
}
