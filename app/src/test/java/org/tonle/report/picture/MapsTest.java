package org.tonle.report.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionment;
import org.tonle.demand.Allocation;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.Reach;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.report.BeyondTable;
import org.tonle.report.CapacitySection;
import org.tonle.report.CauseSection;
import org.tonle.report.DemandSection;
import org.tonle.report.MapSources;
import org.tonle.report.MissingNames;
import org.tonle.report.chart.CauseChart;
import org.tonle.report.chart.Layout;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Maps of causes and demands: what they show, where, and that figures add up.
class MapsTest {
  private static final List<double[]> SQUARE_WITH_ARM =
      List.of(
          new double[] {0, 0},
          new double[] {10, 0},
          new double[] {10, 10},
          new double[] {4, 10},
          new double[] {4, 40},
          new double[] {3, 40},
          new double[] {3, 10},
          new double[] {0, 10},
          new double[] {0, 0});

  private static Answers findings() {
    return findings(Folders.study("two-towns"));
  }

  private static Answers findings(Path folder) {
    Study study = StudyReader.read(folder).study().orElseThrow();
    Result result = Runner.run(study, Scenario.BASELINE, Options.of(40, 1)).result().orElseThrow();
    return Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
  }

  private static Place place(Place.Kind kind, String id) {
    return new Place(kind, id, Names.of(id), "");
  }

  // 0 | < 30 | 30 – 100 | 100 – 300 | 300 – 1000 | above, where the unit with most has 3500
  @Test
  void classesOfADemandAreHalfDecadesBelowTheLargestLoad() {
    DemandScale scale = new DemandScale(3500);
    assertEquals(
        List.of("0", "< 30", "30 – 100", "100 – 300", "300 – 1000", "≥ 1000"), scale.words());
    assertEquals(0, scale.rank(0));
    assertEquals(1, scale.rank(29.9));
    assertEquals(2, scale.rank(30));
    assertEquals(4, scale.rank(999));
    assertEquals(5, scale.rank(1000));
    assertEquals("≥ 0.3", new DemandScale(1.2).words().getLast());
  }

  @Test
  void aLabelStandsInTheWidePartOfAnOutline() {
    double[] at = Inside.of(SQUARE_WITH_ARM);
    assertTrue(Inside.holds(SQUARE_WITH_ARM, at[0], at[1]));
    assertTrue(at[1] < 10, "not in the arm");
    assertEquals(130, Inside.area(SQUARE_WITH_ARM), 1e-9);
    assertFalse(Inside.holds(SQUARE_WITH_ARM, 8, 20));
  }

  @Test
  void labelsKeepClearOfEachOther() {
    MapLabels labels = new MapLabels(new MapBox(0, 0, 200, 100));
    MapLabels.Style style = new MapLabels.Style(10, "");
    for (int i = 0; i < 4; i++) {
      assertTrue(labels.beside(100, 50, 6, style, "Kratie"), "place " + i);
    }
    assertFalse(labels.beside(100, 50, 6, style, "Kratie"), "all four sides are taken");
    assertFalse(labels.beside(199, 99, 2, style, "much too long for the little room left here"));
  }

  @Test
  void aNameWithoutRoomStandsAsideWithALine() {
    MapLabels labels = new MapLabels(new MapBox(0, 0, 400, 300));
    MapLabels.Style style = new MapLabels.Style(10, "");
    assertTrue(labels.led(new double[] {100, 150}, style, "Kep 27", (x, y) -> x > 200));
    assertTrue(labels.svg().contains("class='leader' d='M100 150L2"), labels.svg());
    assertFalse(labels.led(new double[] {100, 150}, style, "Kep 27", (x, y) -> false));
  }

  @Test
  void aMapSaysWhosePlacesAndOutlinesItShows() {
    Study study = StudyReader.read(Folders.study("cambodia")).study().orElseThrow();
    Result result = Runner.run(study, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();
    String said = new MapSources(new Page(result, Words.in("en"))).sentence();
    assertTrue(said.contains("GeoNames (CC BY 4.0)"), said);
    assertTrue(said.contains("Natural Earth (public domain)"), said);
    Page invented = new Page(findings().result(), Words.in("en"));
    assertEquals("", new MapSources(invented).sentence());
  }

  /// Without outlines there is a table and no map; without draws there is no band.
  @Test
  void aStudyWithoutOutlinesOrDrawsHasItsDemandAsATable() {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    Study.Waterways w = study.waterways();
    Study bare =
        study.with(
            new Study.Waterways(
                w.seasons(), w.nodes(), w.reaches(), w.lakes(), w.flows(), w.waters(), List.of()),
            study.emissions());
    Result result = Runner.run(bare, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();
    Answers findings = Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
    Page page = new Page(result, Words.in("en"));
    MapPicture map = new MapPicture(page);
    Html html = new Html();
    new DemandSection(page, map, findings.demand().orElseThrow(), findings.robustness())
        .write(html);
    assertFalse(html.toString().contains("<figure>"));
    assertTrue(html.toString().contains("Upper district"));
    Layout chart =
        new CauseChart(page, findings.causes().all().getFirst(), Double.NaN, 430).layout();
    assertTrue(chart.labels().stream().noneMatch(l -> l.words().contains(" – ")), chart.toString());
  }

  /// Each breached place and constituent at most once, with a flow, a map and its sum.
  @Test
  void everyCauseHasItsFlowAndItsMap() {
    Answers findings = findings();
    Page page = new Page(findings.result(), Words.in("en"));
    Html html = new Html();
    Demand demand = findings.demand().orElseThrow();
    new CauseSection(page, new MapPicture(page), demand).write(html);
    List<String> titles =
        Pattern.compile("<h3[^>]*>[^<]*")
            .matcher(html.toString())
            .results()
            .map(r -> r.group())
            .toList();
    assertEquals(titles.size(), titles.stream().distinct().count());
    long maps = Pattern.compile("class='receptor'").matcher(html.toString()).results().count();
    assertEquals(titles.size(), maps);
    assertTrue(maps > 1 && html.toString().contains("<details class='fold'><summary>"));
  }

  @Test
  void namesThatAStudyLacksAreCounted() {
    Result result = findings().result();
    assertEquals("", new MissingNames(new Page(result, Words.in("zh"))).sentence());
    Study nameless = StudyReader.read(Folders.study("cambodia")).study().orElseThrow();
    long towns =
        nameless.emissions().sources().stream()
            .filter(s -> s instanceof org.tonle.model.Source.Town && s.names().zh().isEmpty())
            .count();
    assertTrue(towns > 0);
    Result cambodia =
        Runner.run(nameless, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();
    String said = new MissingNames(new Page(cambodia, Words.in("zh"))).sentence();
    assertTrue(said.contains("城镇" + towns + "/102"), said);
    assertEquals("", new MissingNames(new Page(cambodia, Words.in("en"))).sentence());
  }

  // CHANNEL turns round with the seasons: the lake and the fork lie upstream of each other.
  @Test
  void ariverThatTurnsLiesUpstreamOfBothItsEnds() {
    List<Reach> reaches = findings().result().study().waterways().reaches();
    Upstream lake = new Upstream(reaches, place(Place.Kind.LAKE, "LAKE"));
    assertTrue(lake.hasReach("CHANNEL") && lake.hasReach("HEAD") && lake.hasNode("FORK"));
    assertFalse(lake.hasReach("TAIL"));
    Upstream head = new Upstream(reaches, place(Place.Kind.REACH, "HEAD"));
    assertTrue(head.hasNode("SRC"));
    assertFalse(head.hasReach("CHANNEL"));
    Upstream tail = new Upstream(reaches, place(Place.Kind.REACH, "TAIL"));
    assertTrue(tail.hasNode("LAKE"));
  }

  @Test
  void aPictureIsCutOutAroundWhatMatters() {
    Page page = new Page(findings().result(), Words.in("en"));
    MapFrame frame = new MapFrame(page);
    MapBox all =
        MapBox.around(List.of(new double[] {0, 0}, new double[] {900, frame.height()}), frame);
    assertArrayEquals(
        new double[] {0, 0, 900, frame.height()},
        new double[] {all.x(), all.y(), all.width(), all.height()},
        1e-9);
    MapBox corner = MapBox.around(List.of(new double[] {899, 1}), frame);
    assertEquals(900, corner.x() + corner.width(), 1e-9);
    assertEquals(0, corner.y(), 1e-9);
    assertEquals(900 / frame.height(), corner.width() / corner.height(), 1e-9);
  }

  /// What stands on the map and what has no place add up to the concentration.
  @Test
  void theSumUnderAMapIsTheConcentration() {
    Answers findings = findings();
    Page page = new Page(findings.result(), Words.in("en"));
    MapPicture map = new MapPicture(page);
    Whereabouts whereabouts = new Whereabouts(page, map);
    assertFalse(findings.causes().all().isEmpty());
    for (Apportionment one : findings.causes().all()) {
      CauseMap cause = new CauseMap(page, map, whereabouts, one);
      List<Double> figures = figures(cause.sum());
      double total = figures.getLast();
      double parts = figures.stream().mapToDouble(d -> d).sum() - total;
      assertEquals(one.total(), total, 0.005 * one.total(), cause.sum());
      assertEquals(total, parts, 0.02 * total, cause.sum());
      assertTrue(cause.svg().contains("class='receptor'"));
    }
  }

  private static List<Double> figures(String sentence) {
    Matcher m =
        Pattern.compile(
                "(?<![\\w])\\d[\\d\u202f]*(?:\\.\\d+)?(?=[,;.]|$| (?:mg|MPN|µg|on the map))")
            .matcher(sentence);
    return m.results().map(r -> Double.valueOf(r.group().replace("\u202f", ""))).toList();
  }

  /// Load capacity = waste load allocation + load allocation + margin of safety, at every place.
  @Test
  void aTotalMaximumDailyLoadIsTheSumOfItsParts() {
    Demand demand = findings().demand().orElseThrow();
    int kept = 0;
    for (Demand.Capacity c : demand.capacities()) {
      double parts =
          c.pointAllocation_kg_per_d()
              + c.diffuseAllocation_kg_per_d()
              + c.marginOfSafety_kg_per_d();
      if (c.number() >= 0) {
        assertEquals(c.daily_kg_per_d(), parts, 1e-9 * (1 + c.daily_kg_per_d()));
        kept += demand.allocation().status(c.number()) == Allocation.Status.KEPT ? 1 : 0;
      }
    }
    assertTrue(kept > 0);
  }

  @Test
  void theCapacityIsWrittenInBothWays() {
    Answers findings = findings();
    Demand demand = findings.demand().orElseThrow();
    for (String language : Words.LANGUAGES) {
      Page page = new Page(findings.result(), Words.in(language));
      Html html = new Html();
      new CapacitySection(page, demand).write(html);
      String text = html.toString();
      assertTrue(text.contains(Html.escape(page.say("tmdl.title"))));
      assertTrue(text.contains(Html.escape(page.say("units.capacity.title"))));
      assertTrue(text.contains(Html.escape(page.say("permits"))));
    }
    Html html = new Html();
    new CapacitySection(new Page(findings.result(), Words.in("zh")), demand).write(html);
    assertTrue(html.toString().contains("水环境容量") && html.toString().contains("排污许可"));
  }

  /// The name of a large unit lay on a small one inside it, whose own name found no place.
  @Test
  void theNameOfASmallUnitStandsBesideItAndNoOtherOnIt(@TempDir Path folder) throws Exception {
    Folders.twoTowns(folder);
    Path shapes = folder.resolve("shapes.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(shapes));
    String middle = "((105.10 12.09, 105.12 12.09, 105.12 12.11, 105.10 12.11, 105.10 12.09))";
    rows.replaceAll(
        r -> r.startsWith("UPPER,") ? "UPPER,\"POLYGON " + middle + "\",,estimate,small" : r);
    Files.write(shapes, rows);
    Answers findings = findings(folder);
    Page page = new Page(findings.result(), Words.in("en"));
    Html html = new Html();
    new DemandSection(
            page, new MapPicture(page), findings.demand().orElseThrow(), findings.robustness())
        .write(html);
    String svg = html.toString().substring(0, html.toString().indexOf("</svg>"));
    assertTrue(svg.contains(">Upper district "), "with its figure, beside");
    assertTrue(svg.contains(">Lower district<") || svg.contains(">Lower district "));
    Matcher line = Pattern.compile("class='leader' d='M([0-9.]+) ([0-9.]+)L").matcher(svg);
    assertTrue(line.find());
    double x = Double.parseDouble(line.group(1));
    double y = Double.parseDouble(line.group(2));
    Matcher words =
        Pattern.compile("text-anchor='middle' x='([0-9.]+)' y='([0-9.]+)'>Lower").matcher(svg);
    if (words.find()) {
      double wide = TextWidth.of("Lower district", 22) / 2;
      boolean isOn =
          StrictMath.abs(Double.parseDouble(words.group(1)) - x) < wide
              && StrictMath.abs(Double.parseDouble(words.group(2)) - 7 - y) < 11;
      assertFalse(isOn, "the large unit's name lies on the small one");
    }
  }

  @Test
  void noWordsLieOnTheLineOfOthers() {
    MapLabels labels = new MapLabels(new MapBox(0, 0, 400, 300));
    MapLabels.Style style = new MapLabels.Style(10, "");
    assertTrue(labels.led(new double[] {100, 150}, style, "Kep 27", (x, y) -> x > 200));
    assertFalse(labels.on(150, 150, style, "Takeo"));
    assertTrue(labels.on(150, 200, style, "Takeo"));
  }

  /// The demand map shades a unit by its own outline and writes what it must cut.
  @Test
  void aUnitThatMustCutIsShadedAndNumbered() {
    Answers findings = findings();
    Page page = new Page(findings.result(), Words.in("en"));
    Html html = new Html();
    new DemandSection(
            page, new MapPicture(page), findings.demand().orElseThrow(), findings.robustness())
        .write(html);
    assertTrue(html.toString().contains("class='unit' fill='#"));
    assertTrue(html.toString().contains(">Upper district<"));
  }

  @Test
  void aBreachThatNoCutMendsIsSaidWithTheShareOverTheBorder() {
    Answers findings = findings();
    Demand demand = findings.demand().orElseThrow();
    boolean hasAny = false;
    for (int b = 0; b < demand.allocation().bounds().size(); b++) {
      hasAny |= demand.allocation().status(b) == Allocation.Status.BEYOND_SOURCES;
    }
    Html html = new Html();
    new BeyondTable(new Page(findings.result(), Words.in("en")), demand).write(html);
    assertEquals(hasAny, html.toString().contains("Beyond all listed sources"));
    for (Bound bound : demand.allocation().bounds()) {
      assertTrue(bound.allowed() > 0);
    }
  }
}
