package org.tonle.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionments;
import org.tonle.model.Constituent;
import org.tonle.model.Node;
import org.tonle.model.Season;
import org.tonle.problem.Nearest;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Receptors: the concentrations that the user asks about.
///
/// @param place id of a reach, lake, receptor or node; "" for every breach
/// @param season id of a season, or "" for all
/// @param constituent id of a constituent, or "" for all
public record Receptors(String place, String season, String constituent) {
  public List<Question> of(Result result) {
    return asked(result, Apportionments.breached(result));
  }

  /// The questions; with very many judged places only those about breaches of the worst places.
  public List<Question> of(Result result, int worst) {
    return asked(result, Causes.questions(result, worst));
  }

  private List<Question> asked(Result result, List<Question> breached) {
    known("usage.season", season, result.study().waterways().seasons().stream().map(Season::id));
    known(
        "usage.constituent",
        constituent,
        result.study().chemistry().constituents().stream().map(Constituent::id));
    Stream<Question> all = place.isEmpty() ? breached.stream() : at(result).stream();
    return all.filter(w -> season.isEmpty() || w.season().equals(season))
        .filter(w -> constituent.isEmpty() || w.constituent().equals(constituent))
        .toList();
  }

  private static void known(String key, String wanted, Stream<String> ids) {
    List<String> known = ids.toList();
    if (!wanted.isEmpty() && !known.contains(wanted)) {
      throw UsageProblem.unknown(key, Nearest.id(wanted, known), wanted, String.join(", ", known));
    }
  }

  private List<Question> at(Result result) {
    Place found = find(result);
    List<Question> wanted = new ArrayList<>();
    for (Season s : result.study().waterways().seasons()) {
      for (Constituent c : result.study().chemistry().constituents()) {
        wanted.add(new Question(found, s.id(), c.id()));
      }
    }
    return wanted;
  }

  /// If an id is ambiguous: reach or lake first, then receptor or station, then plain node.
  private Place find(Result result) {
    return result.concentrations().places().stream()
        .filter(p -> p.id().equals(place))
        .findFirst()
        .orElseGet(
            () ->
                result.study().waterways().nodes().stream()
                    .filter(n -> n.id().equals(place))
                    .findFirst()
                    .map(Receptors::place)
                    .orElseThrow(
                        () ->
                            UsageProblem.unknown(
                                "usage.place",
                                new StudyPlaces(result.study()).nearest(place),
                                place)));
  }

  private static Place place(Node node) {
    return new Place(Place.Kind.NODE, node.id(), node.names(), node.unit());
  }
}
