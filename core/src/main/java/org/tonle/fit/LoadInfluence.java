package org.tonle.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Delivery;
import org.tonle.model.Parameter;
import org.tonle.model.Parameter.Kind;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;
import org.tonle.network.rates.Multiplier;

/// Influence of parameters on the load of one source: some multiply it, others act through the
/// exponential of the delivery of its place.
///
/// @param multiplying parameters whose value, over the study's, multiplies the load
/// @param delivery number of the source's delivery in [Index], or -1
record LoadInfluence(int[] multiplying, int delivery) {
  static final LoadInfluence NONE = new LoadInfluence(new int[0], -1);

  /// Index of all influences of a study, by source and constituent.
  static final class Index {
    private final Study study;
    private final List<Parameter> parameters;
    private final double[] reference;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, String> parentOf = new HashMap<>();
    private final Map<String, Map<String, Double>> traits = new HashMap<>();
    private final Map<String, Double> mean = new HashMap<>();

    private record Key(String source, String category, String constituent) {}

    private record Answer(String place, String variables) {}

    private final Map<Answer, Integer> deliveryOf = new HashMap<>();
    private final List<double[]> deliveries = new ArrayList<>();
    private final Map<Key, LoadInfluence> known = new HashMap<>();

    Index(Study study, List<Parameter> parameters) {
      this.study = study;
      this.parameters = List.copyOf(parameters);
      reference =
          parameters.stream()
              .mapToDouble(p -> References.of(study, p).orElse(Double.NaN))
              .toArray();
      study.emissions().sources().forEach(s -> sources.put(s.id(), s));
      for (Unit unit : study.emissions().units()) {
        parentOf.put(unit.id(), unit.parent());
      }
      for (Delivery.Trait t : study.emissions().delivery().traits()) {
        traits.computeIfAbsent(t.variable(), v -> new HashMap<>()).put(t.place(), t.value());
        mean.merge(t.variable(), t.value(), Double::sum);
      }
      mean.replaceAll((v, sum) -> sum / traits.getOrDefault(v, Map.of()).size());
    }

    double reference(int parameter) {
      return reference[parameter];
    }

    int deliveryCount() {
      return deliveries.size();
    }

    /// z - mean z of a delivery, by parameter; 0 for parameters that do not act on it.
    double[] delivery(int number) {
      return deliveries.get(number);
    }

    LoadInfluence of(Multiplier multiplier, String constituent) {
      return switch (multiplier) {
        case Multiplier.OfLoad load ->
            known.computeIfAbsent(
                new Key(load.source(), load.category(), constituent), k -> of(load, constituent));
        case Multiplier.OfWater water -> ofWater(water, constituent);
        case Multiplier.OfPassing passing -> NONE;
        case Multiplier.OfRetention retention -> NONE;
        case Multiplier.OfBoth both -> NONE;
        case Multiplier.OfRate rate -> NONE;
      };
    }

    private LoadInfluence ofWater(Multiplier.OfWater water, String constituent) {
      List<Integer> found = new ArrayList<>();
      for (int k = 0; k < parameters.size(); k++) {
        Parameter p = parameters.get(k);
        boolean isScope = p.scope().isEmpty() || p.scope().equals(water.water());
        if (p.kind() == Kind.WATER && isScope && holds(p, constituent)) {
          found.add(k);
        }
      }
      return new LoadInfluence(ints(found), -1);
    }

    private LoadInfluence of(Multiplier.OfLoad load, String constituent) {
      Source source = sources.get(load.source());
      List<Integer> found = new ArrayList<>();
      for (int k = 0; k < parameters.size(); k++) {
        Parameter p = parameters.get(k);
        boolean acts =
            switch (p.kind()) {
              case LOAD -> isScope(p, load);
              case FACTOR -> source != null && key(source).equals(p.scope());
              case RATE, RATE_MULTIPLIER, DELIVERY, WATER -> false;
            };
        if (acts && holds(p, constituent)) {
          found.add(k);
        }
      }
      int delivery = source instanceof Source.Land land ? deliveryOf(land) : -1;
      return new LoadInfluence(ints(found), delivery);
    }

    private static boolean holds(Parameter p, String constituent) {
      return p.constituent().isEmpty() || p.constituent().equals(constituent);
    }

    private boolean isScope(Parameter p, Multiplier.OfLoad load) {
      return p.scope().isEmpty()
          || p.scope().equals(load.category())
          || p.scope().equals(load.source())
          || p.scope().equals(load.individual())
          || isWithin(load.unit(), p.scope());
    }

    private boolean isWithin(String unit, String whole) {
      String at = unit;
      for (int depth = 0; !at.isEmpty() && depth <= parentOf.size(); depth++) {
        if (at.equals(whole)) {
          return true;
        }
        at = parentOf.getOrDefault(at, "");
      }
      return false;
    }

    /// Key of the factors that determine a source's load.
    private static String key(Source source) {
      return switch (source) {
        case Source.Town town -> town.kind();
        case Source.Discharger one -> one.sector();
        case Source.Livestock herd -> herd.animal();
        case Source.Land land -> land.landUse();
        case Source.Plant plant -> "";
      };
    }

    private int deliveryOf(Source.Land land) {
      double[] own = new double[parameters.size()];
      boolean isAny = false;
      for (Delivery.Term term : study.emissions().delivery().terms()) {
        for (int k = 0; k < own.length; k++) {
          Parameter p = parameters.get(k);
          if (p.kind() == Kind.DELIVERY
              && p.scope().equals(term.variable())
              && term.landUse().equals(land.landUse())) {
            double middle = mean.getOrDefault(term.variable(), 0.0);
            own[k] =
                traits
                        .getOrDefault(term.variable(), Map.of())
                        .getOrDefault(land.entry().id(), middle)
                    - middle;
            isAny = true;
          }
        }
      }
      if (!isAny) {
        return -1;
      }
      Answer key = new Answer(land.entry().id(), variables(land.landUse()));
      return deliveryOf.computeIfAbsent(
          key,
          k -> {
            deliveries.add(own);
            return deliveries.size() - 1;
          });
    }

    private final Map<String, String> variablesOf = new HashMap<>();

    /// Variables to which a land use responds: land uses of one place with the same responses share
    /// their delivery.
    private String variables(String landUse) {
      return variablesOf.computeIfAbsent(
          landUse,
          l ->
              String.join(
                  ";",
                  study.emissions().delivery().terms().stream()
                      .filter(t -> t.landUse().equals(l))
                      .map(Delivery.Term::variable)
                      .sorted()
                      .toList()));
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
