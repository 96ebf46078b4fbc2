package org.tonle.planning;

import java.util.List;
import org.tonle.convert.Text;
import org.tonle.model.Study;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Choices;
import org.tonle.solve.LpText;

/// Program of a plan as text in the LP format, with options, sites and limits by their names.
final class ProgramText {
  private ProgramText() {}

  static String of(Study study, Planner.Planned planned) {
    List<OptionRow> rows = planned.model().rows();
    Choices choices = planned.program().choices();
    String[] sites = new String[choices.siteCount()];
    for (int c = 0; c < choices.columnCount(); c++) {
      int[] own = choices.columns().get(c).sites();
      for (int i = 0; i < own.length; i++) {
        sites[own[i]] = planned.model().options().get(c).sites().get(i);
      }
    }
    return head(study, planned)
        + LpText.of(
            planned
                .program()
                .written(
                    planned.question(),
                    c -> planned.model().options().get(c).id(),
                    s -> sites[s],
                    r ->
                        String.join(
                            "_",
                            rows.get(r).question().constituent(),
                            rows.get(r).question().place().id(),
                            rows.get(r).question().season())));
  }

  private static String head(Study study, Planner.Planned planned) {
    return Text.format(
        """
        \\ Plan of %s. A column is 1 where its option is chosen; the objective is the present cost in USD.
        \\ site_S: each site takes one option. most_N: ceilings, such as a budget.
        \\ limit_CONSTITUENT_PLACE_SEASON_N: what is known of a limit over %d draws. These rows are true of every
        \\ plan that keeps the limits, so that the least is a bound; a choice that they allow may still break a limit.
        """,
        study.id(), planned.answer().sampleDraws());
  }
}
