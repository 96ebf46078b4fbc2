package org.tonle.simulate.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.step.LinkedSolution;

/// Linked solution as in [LinkedSolution], in float for all draws at once: x' = A x + s over one
/// travel time, A lower triangular, given by the turnover of each reaction (docs/theory/engine.md,
/// Eq. 3).
///
/// Holds its own vectors: one instance per thread, no allocation afterwards.
final class LinkedSolution32 {
  /// Link by which one member turns directly into another.
  private record Link(int from, int to, int[] reaction, float[] yield) {}

  /// Way through three or more members.
  private record Way(int[] member, int[] link) {}

  private final Reactions form;
  private final Kinetics kinetics;
  private final int n;
  private final List<Link> links = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final float[][] ownLoss;
  private final float[][] loss;
  private final float[][] left;
  private final float[][] gained;
  private final boolean[] isStill;
  private final float[] zero;
  private final float[] one;
  private final float[] way;
  private final float[] difference;
  private final float[][] arguments = new float[Difference32.MOST][];

  LinkedSolution32(Reactions form, Kinetics kinetics, int length) {
    this.form = form;
    this.kinetics = kinetics;
    n = kinetics.memberCount();
    for (int[] path : LinkedSolution.paths(kinetics)) {
      if (path.length == 2) {
        links.add(link(path[0], path[1]));
      }
    }
    for (int[] path : LinkedSolution.paths(kinetics)) {
      if (path.length > 2) {
        ways.add(new Way(path, linksOf(path)));
      }
    }
    zero = new float[length];
    one = new float[length];
    Arrays.fill(one, 1);
    way = new float[length];
    difference = new float[length];
    ownLoss = new float[n][];
    loss = new float[n][];
    left = new float[n][length];
    isStill = new boolean[n];
    for (int m = 0; m < n; m++) {
      prepareLoss(m, length);
    }
    gained = new float[links.size()][];
    for (int i = 0; i < gained.length; i++) {
      gained[i] = links.get(i).reaction().length > 1 ? new float[length] : zero;
    }
  }

  private Link link(int from, int to) {
    int[] reaction = new int[kinetics.reactionCount()];
    float[] yield = new float[reaction.length];
    int count = 0;
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      int[] products = kinetics.product()[r];
      for (int p = 0; kinetics.reactant()[r] == from && p < products.length; p++) {
        if (products[p] == to) {
          reaction[count] = r;
          yield[count++] = (float) kinetics.yield()[r][p];
        }
      }
    }
    return new Link(from, to, Arrays.copyOf(reaction, count), Arrays.copyOf(yield, count));
  }

  private int[] linksOf(int[] path) {
    int[] found = new int[path.length - 1];
    for (int step = 0; step < found.length; step++) {
      for (int i = 0; i < links.size(); i++) {
        boolean isStep = links.get(i).from() == path[step] && links.get(i).to() == path[step + 1];
        found[step] = isStep ? i : found[step];
      }
    }
    return found;
  }

  private void prepareLoss(int member, int length) {
    int reactions = 0;
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      reactions += takes(r, member) ? 1 : 0;
    }
    isStill[member] = reactions == 0;
    ownLoss[member] = reactions > 1 ? new float[length] : zero;
    loss[member] = zero;
    if (reactions == 0) {
      Arrays.fill(left[member], 1);
    }
  }

  private boolean takes(int reaction, int member) {
    return kinetics.reactant()[reaction] == member && !kinetics.spares()[reaction];
  }

  /// Sets the turnovers, one vector per reaction, and the values that follow from them.
  void set(float[][] turnover) {
    for (int m = 0; m < n; m++) {
      int found = 0;
      for (int r = 0; r < kinetics.reactionCount(); r++) {
        if (!takes(r, m)) {
          continue;
        }
        if (++found == 1) {
          loss[m] = turnover[r];
        } else if (found == 2) {
          System.arraycopy(loss[m], 0, ownLoss[m], 0, zero.length);
          loss[m] = ownLoss[m];
        }
        if (found > 1) {
          form.add(turnover[r], loss[m]);
        }
      }
      if (!isStill[m]) {
        form.left(loss[m], left[m]);
      }
    }
    for (int i = 0; i < gained.length; i++) {
      Link link = links.get(i);
      if (link.reaction().length == 1) {
        gained[i] = turnover[link.reaction()[0]];
      } else {
        Arrays.fill(gained[i], 0);
        for (int r = 0; r < link.reaction().length; r++) {
          form.addProduct(link.yield()[r], turnover[link.reaction()[r]], one, gained[i]);
        }
      }
    }
  }

  private float yieldOf(int link) {
    return links.get(link).reaction().length == 1 ? links.get(link).yield()[0] : 1;
  }

  float[] loss(int member) {
    return loss[member];
  }

  /// Members at the end of the travel time, from those at its start and the load given to each over
  /// it; only those of `isNeeded`.
  void at(float[][] head, float[] @Nullable [] given, boolean[] isNeeded, float[][] tail) {
    for (int m = 0; m < n; m++) {
      if (isNeeded[m]) {
        alone(m, head[m], given[m], tail[m]);
      }
    }
    for (int i = 0; i < gained.length; i++) {
      Link link = links.get(i);
      if (isNeeded[link.to()]) {
        give(i, link, head[link.from()], given[link.from()], tail[link.to()]);
      }
    }
    for (Way path : ways) {
      int to = path.member()[path.member().length - 1];
      if (isNeeded[to]) {
        int from = path.member()[0];
        through(path, head[from], given[from], tail[to]);
      }
    }
  }

  private void alone(int m, float[] head, float @Nullable [] given, float[] tail) {
    if (given != null) {
      form.spread(head, left[m], given, loss[m], tail);
    } else {
      form.product(1, head, left[m], tail);
    }
  }

  private void give(int i, Link link, float[] head, float @Nullable [] given, float[] tail) {
    int from = link.from();
    int to = link.to();
    form.give(yieldOf(i), gained[i], head, loss[from], left[from], loss[to], left[to], tail);
    if (given != null) {
      arguments[0] = loss[from];
      arguments[1] = loss[to];
      arguments[2] = zero;
      form.difference(arguments, 3, difference);
      form.addProduct(yieldOf(i), gained[i], given, difference, tail);
    }
  }

  private void through(Way path, float[] head, float @Nullable [] given, float[] tail) {
    int members = path.member().length;
    float factor = 1;
    for (int i = 0; i < members; i++) {
      arguments[i] = loss[path.member()[i]];
    }
    form.product(yieldOf(path.link()[0]), gained[path.link()[0]], gained[path.link()[1]], way);
    factor *= yieldOf(path.link()[1]);
    for (int i = 2; i < path.link().length; i++) {
      form.product(1, way, gained[path.link()[i]], way);
      factor *= yieldOf(path.link()[i]);
    }
    form.difference(arguments, members, difference);
    form.addProduct(factor, way, head, difference, tail);
    if (given != null) {
      arguments[members] = zero;
      form.difference(arguments, members + 1, difference);
      form.addProduct(factor, way, given, difference, tail);
    }
  }

  /// dx/dθ of one member, θ the share of the travel time, where the members are `x`.
  void slope(int member, float[][] x, float @Nullable [] given, float[] slope) {
    if (given == null) {
      form.product(-1, loss[member], x[member], slope);
    } else {
      System.arraycopy(given, 0, slope, 0, slope.length);
      form.addProduct(-1, loss[member], x[member], slope);
    }
    for (int i = 0; i < gained.length; i++) {
      if (links.get(i).to() == member) {
        form.addProduct(yieldOf(i), gained[i], x[links.get(i).from()], slope);
      }
    }
  }

  /// Members from which a member is directly made or by which it is directly used, and itself.
  boolean[] feeding(int member) {
    boolean[] feeds = new boolean[n];
    feeds[member] = true;
    for (Link link : links) {
      feeds[link.from()] |= link.to() == member;
    }
    return feeds;
  }

  /// Members other than itself from which a member is directly made or by which it is directly
  /// used.
  int[] users(int member) {
    return links.stream().filter(l -> l.to() == member).mapToInt(Link::from).distinct().toArray();
  }

  /// Whether all members of [#users] use it up and no other member feeds those members.
  boolean isSimple(int member) {
    for (Link link : links) {
      if (link.to() == member) {
        for (int i = 0; i < link.reaction().length; i++) {
          if (link.yield()[i] > 0) {
            return false;
          }
        }
        if (links.stream().anyMatch(other -> other.to() == link.from())) {
          return false;
        }
      }
    }
    return true;
  }

  /// The same members as in [#feeding], but over links of any length.
  boolean[] above(int member) {
    boolean[] isAbove = feeding(member);
    for (Way path : ways) {
      isAbove[path.member()[0]] |= path.member()[path.member().length - 1] == member;
    }
    return isAbove;
  }
}
