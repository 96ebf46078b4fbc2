package org.tonle.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Study: the whole content of its folder, in the user's units.
///
/// Lists are sorted by id, so that the order of rows in a file does not matter; seasons and
/// constituents keep the study's own order.
///
/// @param catalogue technologies and prices for plans
public record Study(
    String id,
    Names title,
    Settings settings,
    Waterways waterways,
    Chemistry chemistry,
    Emissions emissions,
    Rules rules,
    Evidence evidence,
    Catalogue catalogue,
    List<Scenario> scenarios) {
  public Study {
    scenarios = List.copyOf(scenarios);
  }

  /// Waterways: the water and how it flows.
  ///
  /// @param shapes outlines of units and lakes, for maps only
  public record Waterways(
      List<Season> seasons,
      List<Node> nodes,
      List<Reach> reaches,
      List<Lake> lakes,
      List<NodeFlow> flows,
      List<Water> waters,
      List<Shape> shapes) {
    public Waterways {
      seasons = List.copyOf(seasons);
      nodes = List.copyOf(nodes);
      reaches = List.copyOf(reaches);
      lakes = List.copyOf(lakes);
      flows = List.copyOf(flows);
      waters = List.copyOf(waters);
      shapes = List.copyOf(shapes);
    }
  }

  /// Chemistry: the constituents and how they change.
  public record Chemistry(
      List<Constituent> constituents, List<Reaction> reactions, List<Rate> rates) {
    public Chemistry {
      constituents = List.copyOf(constituents);
      reactions = List.copyOf(reactions);
      rates = List.copyOf(rates);
    }
  }

  /// Emissions: the sources and their factors.
  public record Emissions(
      List<Unit> units,
      List<Source> sources,
      List<Sanitation> sanitation,
      List<Factor> factors,
      List<Effluent> effluents,
      List<SeasonFactor> seasonFactors,
      Delivery delivery) {
    public Emissions {
      units = List.copyOf(units);
      sources = List.copyOf(sources);
      sanitation = List.copyOf(sanitation);
      factors = List.copyOf(factors);
      effluents = List.copyOf(effluents);
      seasonFactors = List.copyOf(seasonFactors);
    }

    /// Names of the sources and of the towns that are divided into several, by id.
    public Map<String, Names> names() {
      Map<String, Names> names = new HashMap<>();
      for (Source source : sources) {
        names.put(source.id(), source.names());
        if (source instanceof Source.Town town) {
          names.putIfAbsent(town.town(), town.townNames());
        }
      }
      return names;
    }

    /// Technologies that its figures and plants name, in the order of their ids.
    public List<Technology> technologies() {
      return Technology.named(factors, sources);
    }
  }

  /// Rules that the water must meet, and where.
  ///
  /// @param conditions of the water, on which limits depend
  /// @param laws names of the standards' instruments; a standard without one is called by its id
  public record Rules(
      List<Limit> limits,
      List<EffluentLimit> effluentLimits,
      List<Designation> designations,
      List<Receptor> receptors,
      List<Condition> conditions,
      List<Law> laws) {
    public Rules {
      laws = List.copyOf(laws);
      conditions = List.copyOf(conditions);
      limits = List.copyOf(limits);
      effluentLimits = List.copyOf(effluentLimits);
      designations = List.copyOf(designations);
      receptors = List.copyOf(receptors);
    }
  }

  /// Evidence behind the numbers.
  ///
  /// @param modelErrors those that the study states, and those taken from other studies
  public record Evidence(
      List<Reference> references,
      List<Observation> observations,
      List<Spread> spreads,
      List<Check> checks,
      List<Parameter> parameters,
      Posterior posterior,
      List<Published> published,
      List<ModelError> modelErrors) {
    public Evidence {
      modelErrors = List.copyOf(modelErrors);
      published = List.copyOf(published);
      references = List.copyOf(references);
      observations = List.copyOf(observations);
      spreads = List.copyOf(spreads);
      checks = List.copyOf(checks);
      parameters = List.copyOf(parameters);
    }
  }

  /// The same study with other draws of its inputs.
  public Study with(Posterior posterior) {
    return with(
        new Evidence(
            evidence.references(),
            evidence.observations(),
            evidence.spreads(),
            evidence.checks(),
            evidence.parameters(),
            posterior,
            evidence.published(),
            evidence.modelErrors()));
  }

  /// The same study with other model errors.
  public Study withModelErrors(List<ModelError> errors) {
    return with(
        new Evidence(
            evidence.references(),
            evidence.observations(),
            evidence.spreads(),
            evidence.checks(),
            evidence.parameters(),
            evidence.posterior(),
            evidence.published(),
            errors));
  }

  /// The same study with other evidence.
  public Study with(Evidence other) {
    return new Study(
        id, title, settings, waterways, chemistry, emissions, rules, other, catalogue, scenarios);
  }

  /// The same study with other settings.
  public Study with(Settings other) {
    return new Study(
        id, title, other, waterways, chemistry, emissions, rules, evidence, catalogue, scenarios);
  }

  /// The same study with other waterways and emissions.
  public Study with(Waterways water, Emissions sources) {
    return new Study(
        id, title, settings, water, chemistry, sources, rules, evidence, catalogue, scenarios);
  }

  /// The same study with other scenarios.
  public Study with(List<Scenario> others) {
    return new Study(
        id, title, settings, waterways, chemistry, emissions, rules, evidence, catalogue, others);
  }

  /// The same study with another catalogue.
  public Study with(Catalogue other) {
    return new Study(
        id, title, settings, waterways, chemistry, emissions, rules, evidence, other, scenarios);
  }

  /// The same study with other chemistry and emissions.
  public Study with(Chemistry reactions, Emissions sources) {
    return new Study(
        id, title, settings, waterways, reactions, sources, rules, evidence, catalogue, scenarios);
  }
}
