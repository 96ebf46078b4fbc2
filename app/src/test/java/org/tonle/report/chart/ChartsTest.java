package org.tonle.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Comparison;
import org.tonle.assess.Statistic;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.cause.WorstPlaces;
import org.tonle.explain.AddedPlaces;
import org.tonle.explain.AskedSource;
import org.tonle.export.Answers;
import org.tonle.folder.Folders;
import org.tonle.i18n.Words;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;
import org.tonle.run.Result;
import org.tonle.service.Causes;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.Watcher;

/// The charts of the tutorial study: year, downstream, causes, load flow.
class ChartsTest {
  private static final Result RESULT = result();
  private static final Answers ANSWERS = Causes.ofBreaches(RESULT, WorstPlaces.USUAL);

  private static Result result() {
    RunOrder order =
        new RunOrder("baseline", "", OptionalInt.of(40), OptionalLong.empty(), OptionalInt.empty());
    return Simulation.run(Folders.study("two-towns"), order, Watcher.SILENT).result().orElseThrow();
  }

  private static Page page(String language) {
    return new Page(RESULT, Words.in(language));
  }

  private static int constituent(String id) {
    return RESULT.concentrations().constituents().stream()
        .map(Constituent::id)
        .toList()
        .indexOf(id);
  }

  private static Comparison measured() {
    return RESULT.comparisons().stream()
        .filter(c -> c.observation().bound() == Observation.Bound.EXACT)
        .findFirst()
        .orElseThrow();
  }

  private static Layout year(String language, double width) {
    Comparison c = measured();
    int place = RESULT.concentrations().indexOf(c.place().kind(), c.place().id());
    int of = constituent(c.observation().constituent());
    return new YearChart(page(language), place, of, width).layout();
  }

  private static Apportionment cause() {
    return ANSWERS.causes().all().getFirst();
  }

  private static Layout cause(String language, double width) {
    return new CauseChart(page(language), cause(), 0.6 * cause().total(), width).layout();
  }

  private static Layout flow(String language, double width) {
    Constituent bod = RESULT.concentrations().constituents().get(constituent("BOD"));
    return new LoadFlowChart(page(language), bod, width).layout();
  }

  private static Layout downstream(String language, double width) {
    AskedSource town = AskedSource.named(RESULT.instance(), "T-UP").getFirst();
    List<AddedPlaces.Row> rows = new AddedPlaces(RESULT, town).rows(2, 0);
    return new DownstreamChart(
            page(language),
            town,
            rows,
            RESULT.concentrations().seasons().get(2),
            RESULT.concentrations().constituents().getFirst(),
            width)
        .layout();
  }

  @Test
  void areTheLayoutsThatWereAgreed() throws IOException {
    GoldenLayout.check("year", year("en", YearChart.WIDTH));
    GoldenLayout.check("cause", cause("en", CauseChart.WIDTH));
    GoldenLayout.check("load-flow", flow("en", LayoutFigure.BROAD));
    GoldenLayout.check("downstream", downstream("zh", LayoutFigure.NARROW));
  }

  @ParameterizedTest
  @CsvSource({"en", "zh", "km"})
  void keepTheirWordsApart(String language) {
    LabelBoxes.assertApart(year(language, YearChart.WIDTH));
    LabelBoxes.assertApart(cause(language, CauseChart.WIDTH));
    LabelBoxes.assertApart(flow(language, LayoutFigure.BROAD));
    LabelBoxes.assertApart(flow(language, LayoutFigure.NARROW));
  }

  /// A season is as wide as it is long.
  @Test
  void aSeasonIsAsWideAsItsDays() {
    List<Layout.Mark> bands =
        year("en", YearChart.WIDTH).marks().stream()
            .filter(m -> m.style().equals("band90"))
            .limit(RESULT.concentrations().seasons().size())
            .toList();
    double first = bands.getFirst().points().get(2) + 2;
    double second = bands.get(1).points().get(2) + 2;
    double days =
        RESULT.concentrations().seasons().getFirst().duration_d()
            / RESULT.concentrations().seasons().get(1).duration_d();
    assertEquals(days, first / second, 0.01);
  }

  @Test
  void aYearHasItsMedianAsARow() {
    Comparison c = measured();
    int place = RESULT.concentrations().indexOf(c.place().kind(), c.place().id());
    int of = constituent(c.observation().constituent());
    double median = RESULT.concentrations().value(Statistic.P50, place, 0, of);
    assertEquals(Figures.two(median), year("en", YearChart.WIDTH).table().rows().getFirst().get(2));
  }

  /// Each bar begins where the one above ends; the last ends at the concentration.
  @Test
  void causesAddUpToTheConcentration() {
    Layout layout = cause("en", CauseChart.WIDTH);
    List<Layout.Mark> parts =
        layout.marks().stream().filter(m -> m.style().equals("part")).toList();
    Layout.Mark sum =
        layout.marks().stream().filter(m -> m.style().equals("sum")).findFirst().orElseThrow();
    for (int i = 1; i < parts.size(); i++) {
      List<Double> above = parts.get(i - 1).points();
      assertEquals(above.getFirst() + above.get(2), parts.get(i).points().getFirst(), 0.6);
    }
    List<Double> last = parts.getLast().points();
    double end = sum.points().getFirst() + sum.points().get(2);
    assertEquals(end, last.getFirst() + last.get(2), 1.5);
    double shares = cause().by(Grouping.CATEGORY).stream().mapToDouble(Contribution::share).sum();
    assertEquals(1, shares, 1e-9);
  }

  /// All that leaves a category arrives at an end: the ribbons are as tall as both sides' bars.
  @Test
  void whatFlowsOutArrives() {
    Layout layout = flow("en", LayoutFigure.BROAD);
    double ribbons =
        layout.marks().stream()
            .filter(m -> m.shape() == Layout.Shape.RIBBON)
            .mapToDouble(Layout.Mark::size)
            .sum();
    double ends =
        layout.marks().stream()
            .filter(m -> m.style().equals("sum"))
            .mapToDouble(m -> m.points().get(3))
            .sum();
    assertTrue(ribbons > 0);
    assertEquals(ends, ribbons, 1.5);
  }

  /// What a town adds is drawn for the places below it, in their order.
  @Test
  void placesBelowATownComeInTheirOrder() {
    List<String> names = downstream("en", 1040).labels().stream().map(Layout.Label::words).toList();
    assertTrue(
        names.indexOf("Middle reach, 0 km") < names.indexOf("Tail reach, 47 km"), names.toString());
    assertTrue(names.indexOf("Tail reach, 47 km") > 0, names.toString());
  }
}
