package org.tonle.run;

import java.util.Arrays;
import java.util.List;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Confidence;
import org.tonle.assess.FailedChecks;
import org.tonle.assess.FlowState;
import org.tonle.assess.Judgement;
import org.tonle.model.Constituent;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;

/// Place results: turns the results of the kernels at some places into concentrations in the user's
/// units, and into the shares of draws that meet a limit.
final class PlaceResults {
  private final Study study;
  private final Network network;
  private final List<Kinetics> groups;
  private final JudgedPlaces judged;
  private final GroupResults results;
  private final int draws;
  private final KernelFigures.Members members;

  /// @param draws number of draws; 1 for the central run
  PlaceResults(Instance instance, GroupResults results, int draws) {
    this.study = instance.study();
    this.network = instance.network();
    this.groups = instance.groups();
    this.judged = instance.places();
    this.results = results;
    this.draws = draws;
    members = KernelFigures.Members.of(groups, study.chemistry().constituents().size());
  }

  /// Concentrations at all places.
  Concentrations concentrations() {
    return concentrations(judged.all());
  }

  /// Concentrations of a table that holds only these places, in this order.
  Concentrations concentrations(int[] which) {
    List<Constituent> constituents = study.chemistry().constituents();
    int seasons = network.seasonCount();
    boolean[] anoxic = new boolean[which.length * seasons];
    FlowState[] states = new FlowState[which.length * seasons];
    for (int i = 0; i < which.length; i++) {
      for (int s = 0; s < seasons; s++) {
        states[i * seasons + s] = judged.water.state(which[i], s);
      }
    }
    for (int g = 0; g < groups.size(); g++) {
      int oxygen = groups.get(g).oxygen();
      for (int i = 0; oxygen >= 0 && i < which.length; i++) {
        GroupResult central = results.at(g, which[i]).central();
        for (int s = 0; s < seasons; s++) {
          anoxic[i * seasons + s] |= central.worst[central.at(s, which[i], oxygen)] < 0;
        }
      }
    }
    return new Concentrations(
        Arrays.stream(which).mapToObj(judged.named::get).toList(),
        study.waterways().seasons(),
        constituents,
        states,
        new KernelFigures(constituents, members, results, which.clone()),
        anoxic);
  }

  Judgement.Meeting meeting() {
    return new KernelFigures.Meeting(members, results, draws);
  }

  /// Grounds of the verdicts.
  ///
  /// @param wanted number of draws that the run was asked for; 0 for the central run
  Judgement.Grounds grounds(int wanted, FailedChecks failed) {
    return new Judgement.Grounds(
        meeting(),
        new KernelFigures.Without(members, results, draws),
        new Confidence(study.settings().judging().confidence(), wanted),
        failed);
  }
}
