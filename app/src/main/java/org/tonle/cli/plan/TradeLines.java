package org.tonle.cli.plan;

import static org.tonle.cli.console.ConsoleTable.percent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.weighing.ConfidenceCosts;
import org.tonle.plan.weighing.ConflictSets;
import org.tonle.plan.weighing.Curve;
import org.tonle.plan.weighing.NearPlans;
import org.tonle.plan.weighing.PriceRobustness;
import org.tonle.plan.weighing.StandardPrices;
import org.tonle.plan.weighing.Trades;

/// Trades of a plan as lines on the console.
final class TradeLines {
  private static final int MOST_PRICES = 12;
  private static final int MOST_SITES = 30;
  private static final int MOST_OPTIONS = 10;
  private static final int MOST_SWAPS = 4;

  /// Share of the cost below which a price is not worth a line.
  private static final double LEAST_PRICE = 0.001;

  private final PlanModel model;
  private final double cost_usd;
  private final Words words;
  private final Map<String, Names> names;
  private final Map<String, String> seasons = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  TradeLines(Study study, PlanModel model, double cost_usd, Words words) {
    this.model = model;
    this.cost_usd = cost_usd;
    this.words = words;
    names = new HashMap<>(study.emissions().names());
    study.emissions().units().forEach(u -> names.put(u.id(), u.names()));
    study.waterways().seasons().forEach(s -> seasons.put(s.id(), s.names().in(words.language())));
    study.catalogue().technologies().forEach(t -> names.put(t.id(), t.names()));
    model.rows().forEach(r -> names.put(r.question().place().id(), r.question().place().names()));
  }

  List<String> lines(Trades trades) {
    trades.curve().ifPresent(this::curve);
    trades.confidences().ifPresent(this::confidences);
    trades.prices().ifPresent(this::prices);
    trades.robust().ifPresent(this::robust);
    trades.alternatives().ifPresent(this::alternatives);
    trades.conflicts().ifPresent(this::conflicts);
    if (!trades.cutShort().isEmpty()) {
      add(
          "plan.cut_short",
          String.join(
              ", ", trades.cutShort().stream().map(p -> text("plan.part." + p.id())).toList()));
    }
    return lines;
  }

  private void add(String key, Object... figures) {
    lines.add(text(key, figures));
  }

  private String text(String key, Object... figures) {
    return words.text(key, figures);
  }

  private List<String> head(String... keys) {
    return Stream.of(keys).map(this::text).toList();
  }

  private String name(String id) {
    return names.getOrDefault(id, Names.of(id)).in(words.language());
  }

  private void curve(Curve curve) {
    boolean isPeople = curve.goal() == PlanRequest.Goal.MOST_PEOPLE;
    add("plan.curve");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        head(
            "plan.curve.budget",
            "plan.curve.cost",
            "plan.curve.river",
            "plan.curve.people",
            "plan.curve.limits",
            "plan.curve.gap"));
    for (Curve.Point one : curve.points()) {
      rows.add(
          List.of(
              PlanLines.million(one.budget_usd()),
              PlanLines.million(one.cost_usd()),
              Text.format("%.0f", one.reached().river_km()),
              Text.format("%.0f", one.reached().people()),
              String.valueOf(one.limits()),
              percent(one.gap())));
    }
    lines.addAll(ConsoleTable.lines(rows));
    Curve.Point bend = curve.points().get(curve.bend());
    if (curve.bend() == curve.points().size() - 1 || !(curve.dearerBeyondBend() > 1)) {
      add("plan.curve.straight");
      return;
    }
    double all = isPeople ? curve.all().people() : curve.all().river_km();
    double won = isPeople ? bend.reached().people() : bend.reached().river_km();
    add(
        isPeople ? "plan.curve.bend.people" : "plan.curve.bend.river",
        PlanLines.million(bend.cost_usd()),
        percent(bend.cost_usd() / curve.points().getLast().cost_usd()),
        percent(won / all),
        ConsoleTable.figure(curve.dearerBeyondBend()));
  }

  private void confidences(ConfidenceCosts costs) {
    add("plan.confidences");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        head("plan.confidence", "plan.curve.cost", "plan.confidence.gap", "plan.curve.limits"));
    for (ConfidenceCosts.Point one : costs.points()) {
      rows.add(
          List.of(
              percent(one.confidence()),
              Double.isNaN(one.cost_usd()) ? "–" : PlanLines.million(one.cost_usd()),
              percent(one.gap()),
              one.lost() > 0
                  ? text("plan.compared.of", one.limits(), one.limits() + one.lost())
                  : String.valueOf(one.limits())));
    }
    lines.addAll(ConsoleTable.lines(rows));
  }

  private void prices(StandardPrices prices) {
    add("plan.prices");
    List<List<String>> rows = new ArrayList<>();
    rows.add(head("plan.price.of", "plan.price.saved", "plan.price.most"));
    for (StandardPrices.By by : StandardPrices.By.values()) {
      prices.prices().stream()
          .filter(p -> p.by() == by && p.saving().saved_usd() > LEAST_PRICE * cost_usd)
          .limit(MOST_PRICES)
          .forEach(
              p ->
                  rows.add(
                      List.of(
                          name(p.id()),
                          PlanLines.million(p.saving().saved_usd()),
                          known(p.saving().most_usd()))));
    }
    if (rows.size() > 1) {
      lines.addAll(ConsoleTable.lines(rows));
    } else {
      add("plan.prices.none");
    }
    if (cost_usd > 0) {
      add(
          "plan.unverified",
          percent(prices.unverifiedLimits().saved_usd() / cost_usd),
          percent(prices.unverifiedCosts_usd() / cost_usd));
    }
  }

  /// Where the time was too short nothing is proven.
  private static String known(double usd) {
    return Double.isFinite(usd) ? PlanLines.million(usd) : "?";
  }

  private void robust(PriceRobustness robust) {
    List<PriceRobustness.Site> always =
        robust.sites().stream().filter(PriceRobustness.Site::isAlways).toList();
    List<PriceRobustness.Share> certain =
        robust.options().stream().filter(PriceRobustness.Share::isAlways).toList();
    List<PriceRobustness.Share> perhaps =
        robust.options().stream().filter(o -> !o.isAlways()).limit(MOST_OPTIONS).toList();
    add(
        "plan.robust",
        robust.plans(),
        always.size(),
        robust.sites().size() - always.size(),
        robust.idle(),
        certain.size());
    if (!always.isEmpty()) {
      add("plan.robust.where", list(always.stream().map(s -> name(s.id())).toList(), MOST_SITES));
    }
    if (!certain.isEmpty()) {
      add(
          "plan.robust.what",
          list(certain.stream().map(PriceRobustness.Share::id).toList(), MOST_OPTIONS));
    }
    if (!perhaps.isEmpty()) {
      add(
          "plan.robust.perhaps",
          list(
              perhaps.stream().map(o -> o.id() + " " + percent(o.share())).toList(), MOST_OPTIONS));
    }
    add("plan.regret", percent(robust.excess().mean()), percent(robust.excess().p90()));
  }

  private String list(List<String> all, int most) {
    String shown = String.join("; ", all.stream().limit(most).toList());
    return all.size() > most ? text("plan.more", shown, all.size() - most) : shown;
  }

  private void alternatives(NearPlans near) {
    add(near.plans().isEmpty() ? "plan.alternatives.none" : "plan.alternatives");
    for (NearPlans.NearPlan one : near.plans()) {
      add(
          "plan.alternative",
          text("plan.alternative." + one.kind().id()),
          percent(one.within()),
          PlanLines.million(one.cost_usd()),
          one.amounts().works(),
          ConsoleTable.figure(one.amounts().energy_kwh_per_a() / 1e6),
          ConsoleTable.figure(one.amounts().land_m2() / 1e4),
          one.swaps().size(),
          list(one.swaps().stream().map(this::swap).toList(), MOST_SWAPS));
    }
  }

  private String swap(NearPlans.Swap swap) {
    return text(
        "plan.swap",
        String.join(" + ", swap.sites().stream().map(this::name).toList()),
        works(swap.from()),
        works(swap.to()));
  }

  private String works(List<Integer> columns) {
    return columns.isEmpty()
        ? text("plan.kind.nothing")
        : String.join(" + ", columns.stream().map(c -> works(model.options().get(c))).toList());
  }

  /// The end of an option's id: the sites are named already.
  private static String works(Option option) {
    return option.id().substring(option.id().indexOf(':') + 1);
  }

  private void conflicts(ConflictSets sets) {
    for (ConflictSets.Conflict one : sets.conflicts()) {
      List<String> limits = new ArrayList<>();
      for (int r : one.rows()) {
        OptionRow row = model.rows().get(r);
        String season = row.question().season();
        limits.add(
            text(
                "plan.limit",
                row.question().place().names().in(words.language()),
                seasons.getOrDefault(season, season),
                row.question().constituent()));
      }
      add("plan.conflict", list(limits, MOST_OPTIONS), percent(one.together()));
    }
  }
}
