package org.tonle.cli.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.Refusal;

/// Options of a plan as lines on the console: each with its id and cost, then those that are not
/// possible, and why.
final class OptionLines {
  private static final double MILLION = 1e6;

  private final PlanOptions options;
  private final PlanRequest request;
  private final Words words;

  OptionLines(PlanOptions options, PlanRequest request, Words words) {
    this.options = options;
    this.request = request;
    this.words = words;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int o = 0; o < options.list().options().size(); o++) {
      Option option = options.list().options().get(o);
      double present_usd = options.costs().get(o).present(0, request.horizon()).total_usd();
      double capacity = option.works().capacity_m3_per_d();
      lines.add(
          words.text(
              capacity > 0 ? "plan.option.plant" : "plan.option",
              option.id(),
              words.text("plan.kind." + option.kind().id()),
              Text.format("%.3f", present_usd / MILLION),
              ConsoleTable.figure(capacity)));
    }
    lines.addAll(refused());
    return lines;
  }

  /// What is not possible, one line for each site and reason.
  private List<String> refused() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (Refusal one : options.list().refused()) {
      String why =
          words.text(
              "plan.option.refused", one.site(), words.text("plan.refused." + one.reason().id()));
      List<String> own = ids.computeIfAbsent(why, k -> new ArrayList<>());
      if (!one.option().isEmpty()) {
        own.add(one.option());
      }
    }
    List<String> lines = new ArrayList<>();
    ids.forEach((why, own) -> lines.add((why + " " + String.join(" ", own)).strip()));
    return lines;
  }
}
