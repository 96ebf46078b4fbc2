package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;

/// Bindings of one linked group: a share of a constituent is bound to a carrier, is lost with it,
/// and has no losses of its own (docs/theory/kinetics.md, Eq. 13).
///
/// With a grams bound to each gram of the carrier S, the free part of P is P - a S. Each loss of S
/// takes a times its mass of P. Each loss of P acts on its free part: its own reaction takes it of
/// all P, and a mirror, which takes nothing of S, gives a S of it back.
final class Bindings {
  private final List<Binding> all;

  /// @param share mass bound per mass of the carrier
  private record Binding(int carrier, int bound, double share) {}

  /// Loss of the bound constituent that a mirror gives back.
  record Mirror(int reaction, int carrier, int bound, double share) {}

  private final List<String> ids;

  Bindings(Study study, Applied applied, List<String> ids) {
    this.ids = ids;
    all =
        study.chemistry().reactions().stream()
            .filter(r -> isWithin(r, ids))
            .map(
                r ->
                    new Binding(
                        ids.indexOf(r.constituent()),
                        ids.indexOf(r.product()),
                        r.value() * applied.rateFactor(r.id())))
            .toList();
  }

  private static boolean isWithin(Reaction row, List<String> ids) {
    return row.kind() == Reaction.Kind.BINDING
        && ids.contains(row.constituent())
        && ids.contains(row.product());
  }

  /// Mirrors of all losses of bound constituents, in the order of the reactions.
  List<Mirror> mirrors(List<List<Reaction>> reactions) {
    List<Mirror> found = new ArrayList<>();
    for (Binding binding : all) {
      for (int i = 0; i < reactions.size(); i++) {
        if (ids.indexOf(reactions.get(i).getFirst().constituent()) == binding.bound) {
          found.add(new Mirror(i, binding.carrier, binding.bound, binding.share));
        }
      }
    }
    return found;
  }

  /// Adds the bound constituents to the losses of their carriers, and fills the mirrors, which
  /// follow the reactions.
  void bind(Kinetics kinetics, List<List<Reaction>> reactions) {
    int next = reactions.size();
    for (Mirror mirror : mirrors(reactions)) {
      mirror(kinetics, mirror, next++);
    }
    for (Binding binding : all) {
      for (int i = 0; i < reactions.size(); i++) {
        if (kinetics.reactant()[i] == binding.carrier) {
          product(kinetics, i, binding.bound, -binding.share);
        }
      }
    }
  }

  private static void mirror(Kinetics kinetics, Mirror of, int at) {
    int i = of.reaction;
    kinetics.reactant()[at] = of.carrier;
    kinetics.spares()[at] = true;
    kinetics.product()[at] = kinetics.product()[i].clone();
    kinetics.yield()[at] =
        Arrays.stream(kinetics.yield()[i]).map(yield -> -of.share * yield).toArray();
    product(kinetics, at, of.bound, of.share);
    kinetics.reaches().rate_per_s()[at] = kinetics.reaches().rate_per_s()[i].clone();
    kinetics.reaches().flowExponent()[at] = kinetics.reaches().flowExponent()[i].clone();
    kinetics.reaches().vector()[at] = kinetics.reaches().vector()[i].clone();
    kinetics.lakes().rate_per_s()[at] = kinetics.lakes().rate_per_s()[i].clone();
    kinetics.lakes().velocity_m_per_s()[at] = kinetics.lakes().velocity_m_per_s()[i].clone();
    kinetics.lakes().vector()[at] = kinetics.lakes().vector()[i].clone();
  }

  private static void product(Kinetics kinetics, int reaction, int member, double yield) {
    int n = kinetics.product()[reaction].length;
    kinetics.product()[reaction] = Arrays.copyOf(kinetics.product()[reaction], n + 1);
    kinetics.product()[reaction][n] = member;
    kinetics.yield()[reaction] = Arrays.copyOf(kinetics.yield()[reaction], n + 1);
    kinetics.yield()[reaction][n] = yield;
  }
}
