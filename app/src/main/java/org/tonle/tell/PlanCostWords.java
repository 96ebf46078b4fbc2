package org.tonle.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.compare.Contrast;
import org.tonle.export.plan.SavedPlan;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.report.page.Figures;

/// Plan cost words: what the scenarios of a comparison cost that came from plans, side by side.
public final class PlanCostWords {
  private static final double MILLION = 1e6;

  private final List<Contrast> contrasts;
  private final Map<String, SavedPlan> plans;
  private final Words words;

  /// @param contrasts at least one; all have the same first scenario
  /// @param plans by the id of the scenario
  public PlanCostWords(List<Contrast> contrasts, Map<String, SavedPlan> plans, Words words) {
    this.contrasts = List.copyOf(contrasts);
    this.plans = Map.copyOf(plans);
    this.words = words;
  }

  /// Whether any scenario came from a plan.
  public boolean isEmpty() {
    return plans.isEmpty();
  }

  public String title() {
    return say("title");
  }

  /// What the table counts.
  public String note() {
    SavedPlan any = plans.values().iterator().next();
    return say("note", any.headline().horizon_a(), any.headline().priceYear());
  }

  /// Heads of the columns; those of numbers begin with "#".
  public List<String> heads() {
    return Stream.of(
            "scenario", "#present", "#capital", "#running", "#proven", "#confidence", "#gap")
        .map(k -> k.startsWith("#") ? "#" + say(k.substring(1)) : say(k))
        .toList();
  }

  /// A row for each scenario, in the order of the comparison.
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    Stream.concat(
            Stream.of(contrasts.getFirst().before().scenario()),
            contrasts.stream().map(c -> c.after().scenario()))
        .forEach(s -> rows.add(row(s)));
    return rows;
  }

  private List<String> row(Scenario scenario) {
    String name = new ContrastWords(contrasts.getFirst(), words).scenario(scenario);
    SavedPlan plan = plans.get(scenario.id());
    if (plan == null) {
      return List.of(name, "–", "–", "–", "–", "–", "–");
    }
    SavedPlan.Headline head = plan.headline();
    String shown = plan.isChanged() ? say("changed", name) : name;
    return List.of(
        shown,
        Figures.two(head.cost_usd() / MILLION),
        Figures.two(plan.capital_usd() / MILLION),
        Figures.two(plan.running_usd_per_a() / MILLION),
        say("of", plan.provenLimits(), plan.plannedLimits()),
        Long.toString(StrictMath.round(100 * head.confidence())),
        Double.isNaN(head.gap()) ? "–" : Figures.two(StrictMath.max(0.1, 100 * head.gap())));
  }

  private String say(String key, Object... arguments) {
    return words.text("compare.plan." + key, arguments);
  }
}
