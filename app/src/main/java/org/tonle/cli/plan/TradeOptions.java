package org.tonle.cli.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import org.tonle.plan.weighing.TradeRequest;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Options of `plan` that ask for its trades.
final class TradeOptions {
  private static final String USUAL_BUDGETS = "10";
  private static final String USUAL_CONFIDENCES = "0.5,0.8,0.9,0.95";
  private static final int MOST_BUDGETS = 100;
  private static final int COST_DRAWS = 40;
  private static final int MOST_COST_DRAWS = 1000;
  private static final int ALTERNATIVES = 3;

  @Option(
      names = "--curve",
      paramLabel = "[N]",
      arity = "0..1",
      parameterConsumer = OrUsualBudgets.class,
      description =
          "show what each of N budgets buys (default: 10), where the curve bends, and what other confidences cost")
  private @Nullable String curve;

  @Option(
      names = "--confidences",
      paramLabel = "[P,P,…]",
      arity = "0..1",
      parameterConsumer = OrUsualConfidences.class,
      description = "show what these confidences cost (default: 0.5,0.8,0.9,0.95)")
  private @Nullable String confidences;

  @Option(
      names = "--cost-draws",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "sets of drawn costs that show which works do not depend on prices (default: ${DEFAULT-VALUE})")
  private int costDraws = COST_DRAWS;

  @Option(
      names = "--no-trades",
      description = "find the plan alone: no prices of standards, alternatives or costs drawn")
  private boolean isPlain;

  TradeRequest request(long seed) {
    if (isPlain) {
      return new TradeRequest(budgets(), shares(), 0, 0, false, seed);
    }
    return new TradeRequest(budgets(), shares(), costDraws, ALTERNATIVES, true, seed);
  }

  void require() {
    budgets();
    shares();
    if (costDraws < 0 || costDraws > MOST_COST_DRAWS) {
      throw new UsageProblem("usage.range", "--cost-draws", "0", MOST_COST_DRAWS, costDraws);
    }
  }

  private int budgets() {
    if (curve == null) {
      return 0;
    }
    int count = whole(curve);
    if (count < 1 || count > MOST_BUDGETS) {
      throw new UsageProblem("usage.range", "--curve", "1", MOST_BUDGETS, curve);
    }
    return count;
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private List<Double> shares() {
    if (confidences == null && curve == null) {
      return List.of();
    }
    String list = confidences == null ? USUAL_CONFIDENCES : confidences;
    return Arrays.stream(list.split(",", -1)).map(TradeOptions::share).toList();
  }

  private static double share(String text) {
    try {
      double share = Double.parseDouble(text.strip());
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new UsageProblem("usage.range", "--confidences", "0.01", "0.99", text);
  }

  /// Takes the next word where it is a figure: the folder of the study may follow, too.
  private abstract static class OrUsual implements IParameterConsumer {
    private final String usual;

    OrUsual(String usual) {
      this.usual = usual;
    }

    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
      boolean isFigure = !words.isEmpty() && words.peek().matches("-?[0-9][0-9.,]*");
      option.setValue(isFigure ? words.pop() : usual);
    }
  }

  private static final class OrUsualBudgets extends OrUsual {
    OrUsualBudgets() {
      super(USUAL_BUDGETS);
    }
  }

  private static final class OrUsualConfidences extends OrUsual {
    OrUsualConfidences() {
      super(USUAL_CONFIDENCES);
    }
  }
}
