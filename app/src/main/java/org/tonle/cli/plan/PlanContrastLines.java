package org.tonle.cli.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.Study;
import org.tonle.planning.PlanContrast;

/// Plans side by side as lines on the console.
final class PlanContrastLines {
  private static final int MOST_LIMITS = 30;

  private final PlanContrast contrast;
  private final Words words;
  private final Map<String, Names> names;
  private final Map<String, String> seasons = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  PlanContrastLines(Study study, PlanContrast contrast, Words words) {
    this.contrast = contrast;
    this.words = words;
    names = study.emissions().names();
    study.waterways().seasons().forEach(s -> seasons.put(s.id(), s.names().in(words.language())));
  }

  List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("plan.compared", PlanContrast.Side::name));
    rows.add(row("plan.curve.cost", s -> cost(s)));
    rows.add(row("plan.confidence.gap", s -> ConsoleTable.percent(s.gap())));
    rows.add(row("plan.compared.works", s -> String.valueOf(s.works())));
    rows.add(row("plan.compared.energy", s -> ConsoleTable.figure(s.energy_kwh_per_a() / 1e6)));
    rows.add(row("plan.compared.land", s -> ConsoleTable.figure(s.land_m2() / 1e4)));
    rows.add(
        row(
            "plan.compared.held",
            s -> words.text("plan.compared.of", s.held(), contrast.limits())));
    lines.addAll(ConsoleTable.lines(rows));
    sites();
    limits();
    return lines;
  }

  private List<String> row(String key, Function<PlanContrast.Side, String> figure) {
    List<String> row = new ArrayList<>(List.of(words.text(key)));
    contrast.sides().forEach(s -> row.add(figure.apply(s)));
    return row;
  }

  private static String cost(PlanContrast.Side side) {
    return Double.isNaN(side.cost_usd()) ? "-" : PlanLines.million(side.cost_usd());
  }

  private void sites() {
    if (contrast.sites().isEmpty()) {
      lines.add(words.text("plan.compared.same_sites"));
      return;
    }
    lines.add(words.text("plan.compared.sites", contrast.sites().size()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("plan.work.site", PlanContrast.Side::name));
    for (PlanContrast.Site site : contrast.sites()) {
      List<String> row = new ArrayList<>();
      row.add(names.getOrDefault(site.id(), Names.of(site.id())).in(words.language()));
      site.works().forEach(w -> row.add(w.isEmpty() ? "–" : w.substring(w.indexOf(':') + 1)));
      rows.add(row);
    }
    lines.addAll(ConsoleTable.lines(rows));
  }

  private void limits() {
    if (contrast.held().isEmpty()) {
      lines.add(words.text("plan.compared.same_limits"));
      return;
    }
    lines.add(words.text("plan.compared.limits", contrast.held().size()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("plan.price.of", PlanContrast.Side::name));
    contrast.held().stream()
        .limit(MOST_LIMITS)
        .forEach(
            held -> {
              String season = held.aim().question().season();
              List<String> row = new ArrayList<>();
              row.add(
                  words.text(
                      "plan.compared.limit",
                      held.aim().question().place().names().in(words.language()),
                      seasons.getOrDefault(season, season),
                      held.aim().question().constituent()));
              held.shares().forEach(s -> row.add(Text.format("%.3f", s)));
              rows.add(row);
            });
    lines.addAll(ConsoleTable.lines(rows));
  }
}
