package org.tonle.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionments;
import org.tonle.explain.AskedPlace;
import org.tonle.model.Constituent;
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

  /// The place of an id, or else of a name in any script; of several with one id the reach or lake.
  private Place find(Result result) {
    List<Place> found = AskedPlace.named(result, place);
    if (found.isEmpty()) {
      found = AskedPlace.said(result, place);
    }
    if (found.isEmpty()) {
      String nearest = new StudyPlaces(result.study()).nearest(place);
      throw UsageProblem.unknown("usage.place", nearest, place);
    }
    if (found.size() > 1) {
      String ids = found.stream().map(Place::id).distinct().collect(Collectors.joining(", "));
      throw new UsageProblem("usage.explain_several", place, ids);
    }
    return found.getFirst();
  }
}
