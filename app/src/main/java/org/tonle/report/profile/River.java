package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Observation;
import org.tonle.model.Season;
import org.tonle.report.page.Page;

/// River of a profile: a stem with the figures of one constituent in one season.
///
/// Within a reach the figures follow the central run, from where the water enters it to where it
/// leaves it.
final class River {
  final Page page;
  final Stem stem;
  final Constituent of;
  final Season season;
  private final Required required;
  private final int s;
  private final int c;
  private final Concentrations found;

  River(Page page, Required required, Stem stem, int season, int constituent) {
    this.page = page;
    this.required = required;
    this.stem = stem;
    s = season;
    c = constituent;
    found = page.result.concentrations();
    of = found.constituents().get(constituent);
    this.season = found.seasons().get(season);
  }

  /// The same river in another season.
  River in(int other) {
    return new River(page, required, stem, other, c);
  }

  /// Standard that sets its limits.
  String standard() {
    return required.standard();
  }

  int seasonNumber() {
    return s;
  }

  private int index(Stem.Stretch one) {
    return found.indexOf(one.place().kind(), one.place().id());
  }

  FlowState state(Stem.Stretch one) {
    return found.state(index(one), s);
  }

  boolean isJudged(Stem.Stretch one) {
    return found.isJudged(index(one), s);
  }

  double value(Statistic statistic, Stem.Stretch one) {
    return found.value(statistic, index(one), s, c);
  }

  /// A statistic along a stretch: positions along the drawing and values in turn, as the central
  /// run goes: from where the water enters it, over the worst point if that lies between, to where
  /// it leaves it.
  List<double[]> course(Statistic statistic, Stem.Stretch one) {
    int p = index(one);
    double value = value(statistic, one);
    double long_km = one.end() - one.start();
    if (one.isLake()) {
      return List.of(new double[] {one.start(), value}, new double[] {one.end(), value});
    }
    double worst = found.value(Statistic.CENTRAL, p, s, c);
    double head = drawn(value, found.head(p, s, c), worst);
    double end = drawn(value, found.end(p, s, c), worst);
    List<double[]> along = new ArrayList<>();
    along.add(new double[] {0, head});
    if (of.isOxygen()) {
      along.add(new double[] {found.lowestShare(p, s) * long_km, value});
    } else if (value > 1.001 * StrictMath.max(head, end)) {
      double at = peak(one);
      double lost = at < long_km ? StrictMath.pow(end / value, at / (long_km - at)) : 1;
      along.add(new double[] {at, head * StrictMath.min(lost, 1)});
      along.add(new double[] {at, value});
    }
    along.add(new double[] {long_km, end});
    List<double[]> drawn = new ArrayList<>();
    for (double[] point : along) {
      if (state(one) == FlowState.BACKWARD) {
        drawn.addFirst(new double[] {one.end() - point[0], point[1]});
      } else {
        drawn.add(new double[] {one.start() + point[0], point[1]});
      }
    }
    return drawn;
  }

  private double drawn(double value, double central, double worst) {
    if (of.isOxygen()) {
      return StrictMath.max(0, value + central - worst);
    }
    return worst > 0 ? value * central / worst : value;
  }

  /// Distance from where the water enters a reach to the outfall along it that puts in most.
  private double peak(Stem.Stretch one) {
    double at = (one.end() - one.start()) / 2;
    double most = 0;
    for (LoadTerm term : page.result.loads().terms()) {
      double load = term.delivered_g_per_s().get(s);
      boolean isIts =
          term.entry().how() == Entry.How.POINT
              && term.entry().id().equals(one.place().id())
              && term.constituent().equals(of.id());
      if (isIts && load > most) {
        most = load;
        at = term.entry().position_km();
      }
    }
    return state(one) == FlowState.BACKWARD ? one.end() - one.start() - at : at;
  }

  /// The limit that the main law asks of a stretch in the season.
  Optional<Verdict> verdict(Stem.Stretch one) {
    return required.find(one.place(), season.id(), of.id());
  }

  /// Whether the median is on the wrong side of the limit.
  boolean isOver(Stem.Stretch one) {
    return isJudged(one)
        && verdict(one)
            .filter(v -> !Double.isNaN(v.limitOfMean()))
            .filter(
                v ->
                    !Tie.isMet(
                        value(Statistic.P50, one),
                        v.limitOfMean(),
                        v.limit().statistic().isMinimum()))
            .isPresent();
  }

  /// Whether it is known that the limit is met, or that the listed sources can mend its breach.
  boolean isDecided(Stem.Stretch one) {
    return verdict(one)
        .map(Verdict::outcome)
        .filter(o -> o == Verdict.Outcome.BREACHED || o == Verdict.Outcome.MET)
        .isPresent();
  }

  /// How many times the limit the median is; for oxygen the limit over it.
  double excess(Stem.Stretch one) {
    double value = value(Statistic.P50, one);
    return verdict(one)
        .filter(v -> isJudged(one) && v.limitOfMean() > 0)
        .map(
            v ->
                v.limit().statistic().isMinimum()
                    ? v.limitOfMean() / value
                    : value / v.limitOfMean())
        .orElse(0.0);
  }

  double over_km() {
    return stem.stretches().stream()
        .filter(this::isOver)
        .mapToDouble(Stem.Stretch::length_km)
        .sum();
  }

  /// Measurements of the season along the river, with their position.
  List<Measured> measured() {
    List<Measured> all = new ArrayList<>();
    var nodes = stem.nodes();
    for (Comparison one : page.result.comparisons()) {
      boolean isIts =
          one.observation().constituent().equals(of.id())
              && one.seasons().startsWith(season.id())
              && one.observation().bound() == Observation.Bound.EXACT;
      if (isIts) {
        position(one.place(), nodes).ifPresent(at -> all.add(new Measured(one, at)));
      }
    }
    return all;
  }

  record Measured(Comparison of, double at) {}

  private Optional<Double> position(Place place, java.util.Map<String, Double> nodes) {
    return stem.stretches().stream()
        .filter(one -> one.place().equals(place))
        .map(one -> (one.start() + one.end()) / 2)
        .findFirst()
        .or(() -> Optional.ofNullable(nodes.get(place.id())));
  }
}
