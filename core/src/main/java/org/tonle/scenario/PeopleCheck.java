package org.tonle.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.problem.Figure;

/// Check that all people of a changed sewershed keep a path, and that every plant to which changes
/// lead them operates, in each year in which a change of the scenario begins to hold.
final class PeopleCheck {
  private final Scenario scenario;
  private final ChangeProblems problems;
  private final Set<String> said = new HashSet<>();

  private PeopleCheck(Scenario scenario, ChangeProblems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  static void check(StudyIndex index, Scenario scenario, ChangeProblems problems) {
    PeopleCheck check = new PeopleCheck(scenario, problems);
    int now = scenario.year().orElse(index.study().settings().year());
    Set<Integer> years = new TreeSet<>(Set.of(now));
    scenario.changes().forEach(c -> c.year().ifPresent(years::add));
    for (int year : years) {
      if (year >= now) {
        check.in(Applied.of(index, scenario.in(year)));
      }
    }
  }

  private void in(Applied applied) {
    applied.refused().forEach((sewershed, why) -> refused(applied, sewershed, why));
    for (Change change : applied.changes()) {
      if (change instanceof Change.SetSanitation set && set.share() > 0) {
        plant(applied, set);
      }
    }
  }

  /// Reports a problem once, even if it holds in several years.
  private void say(
      String code,
      Change.SetSanitation at,
      String column,
      String expected,
      String found,
      String hint) {
    int change = indexOf(at);
    if (said.add(code + " " + change)) {
      problems.error(code, change, column, expected, found, hint);
    }
  }

  private int indexOf(Change.SetSanitation value) {
    List<Change> changes = scenario.changes();
    for (int i = 0; i < changes.size(); i++) {
      if (TownChanges.gave(changes.get(i), value)) {
        return i;
      }
    }
    return ChangeProblems.WHOLE;
  }

  private void refused(Applied applied, String sewershed, TownShares.Refused why) {
    String found = sewershed + " " + why.path().id() + ": " + Figure.of(why.asked());
    switch (why.fault()) {
      case SHARES_ABOVE_ONE ->
          say(
              "shares_above_one",
              why.of(),
              "share",
              "1",
              sewershed + ": " + Figure.of(why.asked()),
              "");
      case TOO_FEW_PEOPLE ->
          say("too_few_people", why.of(), "from", Figure.of(why.share()), found, "");
      case FROM_IN_CIRCLE -> say("from_in_circle", why.of(), "from", "", found(why), "");
      case PEOPLE_WITHOUT_PATH ->
          say(
              "people_without_path",
              why.of(),
              "from",
              "1",
              sewershed + ": " + Figure.of(why.share()),
              remedy(applied, sewershed, why));
      case OUT_OF_RANGE -> {}
    }
  }

  private static String found(TownShares.Refused why) {
    return why.of().town() + " " + why.path().id();
  }

  /// The line to add: all others in proportion if there are others who can give way, else a path
  /// for the rest.
  private static String remedy(Applied applied, String sewershed, TownShares.Refused why) {
    boolean isElsewhere =
        applied.index().sanitation(sewershed).stream()
            .anyMatch(r -> r.share() > 0 && isUnset(applied, r));
    if (isElsewhere) {
      return "from = \"all\"";
    }
    String rest = Figure.of(1 - why.share());
    String town = why.of().town();
    String part = town.equals(sewershed) ? "" : " sewershed = \"" + sewershed + "\"";
    return "[[set_sanitation]] town = \"" + town + "\"" + part + " path = \"…\" share = " + rest;
  }

  private static boolean isUnset(Applied applied, Sanitation row) {
    return applied.changes().stream()
        .noneMatch(
            c ->
                c instanceof Change.SetSanitation set
                    && applied.index().meant(set).contains(row.sewershed())
                    && set.path() == row.path());
  }

  private void plant(Applied applied, Change.SetSanitation set) {
    boolean isSewer = set.path() == Sanitation.Path.SEWER_PLANT;
    if (!isSewer && (set.path() != Sanitation.Path.SEPTIC_EMPTIED || set.plant().isEmpty())) {
      return;
    }
    for (Sanitation row : rows(applied, set)) {
      if (row.plant().isEmpty()) {
        say("missing_value", set, "plant", "plants.csv", "", "");
      } else if (!(applied.source(row.plant()).orElse(null) instanceof Source.Plant plant)
          || plant.status() != Source.Plant.Status.OPERATING) {
        say("plant_not_operating", set, "plant", years(applied), row.plant(), "");
      }
    }
  }

  /// Rows with people on the path that a change sets.
  private static List<Sanitation> rows(Applied applied, Change.SetSanitation set) {
    return applied.index().meant(set).stream()
        .flatMap(s -> applied.sanitation(s).stream())
        .filter(r -> r.path() == set.path() && r.share() > 0)
        .toList();
  }

  private static String years(Applied applied) {
    return Integer.toString(applied.year());
  }
}
