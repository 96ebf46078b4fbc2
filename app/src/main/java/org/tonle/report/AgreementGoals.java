package org.tonle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tonle.assess.Comparison;
import org.tonle.assess.agreement.Agreement;
import org.tonle.assess.agreement.Agreements;
import org.tonle.assess.agreement.Grade;
import org.tonle.model.Observation;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Agreement goals that are missed, in a sentence for each constituent: the grade with the measures
/// that fail, and the 90 % band that holds too few or too many of the observations for checking, by
/// season means and by samples.
final class AgreementGoals {
  private static final int LEAST_PERCENT = 80;
  private static final int MOST_PERCENT = 97;

  /// With fewer values, all of them may well lie in a band that is not too wide.
  private static final int ENOUGH = 34;

  private final Page page;

  AgreementGoals(Page page) {
    this.page = page;
  }

  void write(Html html) {
    Map<String, List<String>> missed = new LinkedHashMap<>();
    TreeSet<String> constituents = new TreeSet<>();
    page.result.agreement().forEach(row -> constituents.add(row.constituent()));
    for (String constituent : constituents) {
      List<String> own = new ArrayList<>();
      page.result.agreement().stream()
          .filter(row -> row.constituent().equals(constituent))
          .forEach(row -> grade(row, own));
      if (page.result.options().draws() > 0) {
        coverage(constituent, true, own);
        coverage(constituent, false, own);
      }
      if (!own.isEmpty()) {
        missed.put(constituent, own);
      }
    }
    if (!missed.isEmpty()) {
      html.element("p", page.say("goals")).raw("<ul>\n");
      missed.forEach(
          (constituent, own) ->
              html.element("li", page.say("goals.of", constituent, String.join("; ", own))));
      html.raw("</ul>\n");
    }
  }

  private void grade(Agreements.Row row, List<String> to) {
    if (row.grade() == Grade.NOT_SATISFACTORY) {
      Agreement a = row.agreement();
      Grade.Subject subject = Grade.Subject.of(row.constituent());
      List<String> reasons = new ArrayList<>();
      for (Grade.Measure measure : a.missed(subject)) {
        reasons.add(
            switch (measure) {
              case R2 -> page.say("goals.r2", Figures.two(a.r2()), subject.leastR2());
              case NSE -> page.say("goals.nse", Figures.two(a.nse()), subject.leastNse());
              case PBIAS ->
                  page.say(
                      "goals.pbias",
                      Figures.percent(a.percentBias() / 100),
                      StrictMath.round(subject.mostPercentBias()));
            });
      }
      String set =
          page.say(row.use() == Observation.Use.CHECK ? "goals.grade.check" : "goals.grade.fit");
      to.add(page.say("goals.grade", set, String.join(page.say("list"), reasons)));
    }
  }

  /// Observations of the fit and a boundary's own input show nothing of a band.
  private void coverage(String constituent, boolean isOfMeans, List<String> to) {
    List<Comparison> own =
        page.result.comparisons().stream()
            .filter(c -> c.observation().constituent().equals(constituent))
            .filter(c -> !c.circular() && c.observation().use() == Observation.Use.CHECK)
            .filter(c -> isMeant(c.observation().statistic(), isOfMeans))
            .toList();
    long covered = own.stream().filter(Comparison::covered).count();
    long percent = own.isEmpty() ? LEAST_PERCENT : 100 * covered / own.size();
    boolean isTooWide = own.size() >= ENOUGH && percent > MOST_PERCENT;
    if (percent < LEAST_PERCENT || isTooWide) {
      to.add(
          page.say(
              isOfMeans ? "goals.means" : "goals.samples",
              covered,
              own.size(),
              LEAST_PERCENT,
              MOST_PERCENT));
    }
  }

  private static boolean isMeant(Observation.Statistic statistic, boolean isOfMeans) {
    return isOfMeans
        ? statistic == Observation.Statistic.MEAN || statistic == Observation.Statistic.MEDIAN
        : statistic == Observation.Statistic.SAMPLE;
  }
}
