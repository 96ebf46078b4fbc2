package org.tonle.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.compare.Contrast;
import org.tonle.compare.DemandChange;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.LoadChange;
import org.tonle.compare.Move;
import org.tonle.compare.ServiceChange;
import org.tonle.compare.Still;
import org.tonle.compare.VerdictChange;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.Lever;

/// Contrast sheets: tables of the differences between scenarios, one row for each difference.
final class ContrastSheets {
  static final List<String> FILES =
      List.of(
          "levers.csv",
          "lever_effects.csv",
          "load_changes.csv",
          "changes.csv",
          "verdict_changes.csv",
          "services_changes.csv",
          "demand_changes.csv",
          "unchanged.csv");

  private final List<Contrast> contrasts;
  private final Map<String, String> names = new HashMap<>();

  ContrastSheets(List<Contrast> contrasts) {
    this.contrasts = contrasts;
    Study study = contrasts.getFirst().before().study();
    study.emissions().names().forEach((id, n) -> names.put(id, n.en()));
    study.emissions().units().forEach(u -> names.put(u.id(), u.names().en()));
  }

  List<ResultSheet> sheets() {
    return List.of(
        levers(), effects(), loads(), moves(), verdicts(), services(), demand(), unchanged());
  }

  private static String scenario(Contrast contrast) {
    return contrast.after().scenario().id();
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static String objects(Lever lever) {
    return String.join(" ", lever.objects().stream().filter(o -> !o.isEmpty()).toList());
  }

  private ResultSheet levers() {
    ResultSheet sheet =
        new ResultSheet(
            "levers.csv",
            "every lever that differs between a scenario and the first one named",
            "scenario",
            "lever",
            "object",
            "quantity",
            "before",
            "after");
    for (Contrast contrast : contrasts) {
      for (LeverEffect effect : contrast.levers()) {
        Lever lever = effect.lever();
        for (Lever.Setting setting : lever.settings()) {
          sheet.add(
              scenario(contrast),
              lever.kind().id(),
              objects(lever),
              setting.name(),
              setting.before(),
              setting.after());
        }
      }
    }
    return sheet;
  }

  private ResultSheet effects() {
    ResultSheet sheet =
        new ResultSheet(
            "lever_effects.csv",
            "what each lever does alone, on top of the first scenario, and why it does no more",
            "scenario",
            "lever",
            "object",
            "reaches",
            "lakes",
            "met",
            "breached",
            "to_plants_people",
            "safely_managed_people",
            "loads",
            "why");
    for (Contrast contrast : contrasts) {
      for (LeverEffect effect : contrast.levers()) {
        sheet.add(
            scenario(contrast),
            effect.lever().kind().id(),
            objects(effect.lever()),
            effect.reaches(),
            effect.lakes(),
            effect.met(),
            effect.breached(),
            effect.people().toPlants(),
            effect.people().safelyManaged(),
            String.join(" ", effect.loads().stream().map(LoadChange::constituent).toList()),
            why(effect));
      }
    }
    return sheet;
  }

  private static String why(LeverEffect effect) {
    List<String> said = new ArrayList<>();
    effect
        .why()
        .forEach(w -> said.add((w.kind().id() + " " + String.join(" ", w.objects())).strip()));
    effect.refused().stream().map(Problem::code).forEach(said::add);
    return String.join("; ", said);
  }

  private ResultSheet loads() {
    ResultSheet sheet =
        new ResultSheet(
            "load_changes.csv",
            "load to the water where it differs: in total, by category, unit and source; BOD"
                + " as 5-day; bacteria in 10^12 counts a year",
            "scenario",
            "level",
            "id",
            "name",
            "constituent",
            "before_t_per_a",
            "after_t_per_a",
            "difference_t_per_a");
    for (Contrast contrast : contrasts) {
      for (LoadChange load : contrast.loads()) {
        sheet.add(
            scenario(contrast),
            load.of().id(),
            load.id(),
            names.getOrDefault(load.id(), ""),
            load.constituent(),
            load.before_t_per_a(),
            load.after_t_per_a(),
            load.difference_t_per_a());
      }
    }
    return sheet;
  }

  private ResultSheet moves() {
    ResultSheet sheet =
        new ResultSheet(
            "changes.csv",
            "concentrations whose mean differs, the largest change first, with the band of the"
                + " difference draw by draw",
            "scenario",
            "kind",
            "place",
            "name",
            "season",
            "constituent",
            "unit_of_concentration",
            "before",
            "after",
            "difference",
            "p5",
            "p50",
            "p95",
            "better_share",
            "better");
    for (Contrast contrast : contrasts) {
      for (Move move : contrast.moves()) {
        Place place = move.place();
        sheet.add(
            scenario(contrast),
            word(place.kind()),
            place.id(),
            place.names().en(),
            move.season().id(),
            move.constituent().id(),
            move.constituent().unit().symbol(),
            move.before(),
            move.after(),
            move.difference(),
            move.band().p5(),
            move.band().p50(),
            move.band().p95(),
            move.betterShare(),
            move.isBetter());
      }
    }
    return sheet;
  }

  private ResultSheet verdicts() {
    ResultSheet sheet =
        new ResultSheet(
            "verdict_changes.csv",
            "verdicts that differ, one row for each place, season and limit",
            "scenario",
            "kind",
            "place",
            "name",
            "season",
            "constituent",
            "standard",
            "class",
            "period",
            "condition",
            "limit",
            "required",
            "before",
            "after",
            "meeting_before",
            "meeting_after");
    for (Contrast contrast : contrasts) {
      for (VerdictChange change : contrast.verdicts()) {
        Verdict after = change.after();
        sheet.add(
            scenario(contrast),
            word(after.place().kind()),
            after.place().id(),
            after.place().names().en(),
            after.season(),
            after.constituent(),
            after.limit().standard(),
            after.limit().className(),
            word(after.limit().scope().period()),
            after.limit().scope().text(),
            after.limit().value(),
            after.required(),
            word(change.before().outcome()),
            word(after.outcome()),
            change.before().probabilityOfMeeting(),
            after.probabilityOfMeeting());
      }
    }
    return sheet;
  }

  private ResultSheet services() {
    ResultSheet sheet =
        new ResultSheet(
            "services_changes.csv",
            "sewersheds where the services of people differ; a town that is not divided is one",
            "scenario",
            "town",
            "sewershed",
            "name",
            "unit",
            "people_before",
            "people_after",
            "to_plants_before",
            "to_plants_after",
            "safely_managed_before",
            "safely_managed_after",
            "treated_before_m3_per_d",
            "treated_after_m3_per_d");
    for (Contrast contrast : contrasts) {
      for (ServiceChange part : contrast.services()) {
        ServiceChange.Served before = part.before();
        ServiceChange.Served after = part.after();
        sheet.add(
            scenario(contrast),
            part.town(),
            part.sewershed(),
            names.getOrDefault(part.sewershed(), ""),
            part.unit(),
            before.people(),
            after.people(),
            before.toPlants(),
            after.toPlants(),
            before.safelyManaged(),
            after.safelyManaged(),
            before.treated_m3_per_d(),
            after.treated_m3_per_d());
      }
    }
    return sheet;
  }

  private ResultSheet demand() {
    ResultSheet sheet =
        new ResultSheet(
            "demand_changes.csv",
            "load to cut in equal percentages at the study's confidence, before and after",
            "scenario",
            "constituent",
            "confidence",
            "before_t_per_a",
            "after_t_per_a",
            "breaches_before",
            "breaches_after");
    for (Contrast contrast : contrasts) {
      contrast
          .demand()
          .map(DemandChange::cuts)
          .orElse(List.of())
          .forEach(
              cut ->
                  sheet.add(
                      scenario(contrast),
                      cut.constituent(),
                      contrast.demand().map(DemandChange::confidence).orElse(Double.NaN),
                      cut.before_t_per_a(),
                      cut.after_t_per_a(),
                      cut.placesBefore(),
                      cut.placesAfter()));
    }
    return sheet;
  }

  private ResultSheet unchanged() {
    ResultSheet sheet =
        new ResultSheet(
            "unchanged.csv",
            "reaches and lakes where no mean changes by a thousandth or more, and why",
            "scenario",
            "kind",
            "place",
            "name",
            "why");
    for (Contrast contrast : contrasts) {
      for (Still still : contrast.still()) {
        Place place = still.place();
        sheet.add(
            scenario(contrast),
            word(place.kind()),
            place.id(),
            place.names().en(),
            still.why().id());
      }
    }
    return sheet;
  }
}
