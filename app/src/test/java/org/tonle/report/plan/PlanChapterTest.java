package org.tonle.report.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.export.plan.PlanReader;
import org.tonle.export.plan.SavedPlan;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.report.chart.GoldenLayout;
import org.tonle.report.chart.LabelBoxes;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The chapter on a plan of the two towns that lies beside this test as it was saved.
class PlanChapterTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Result RESULT =
      Runner.run(
              StudyReader.read(Folders.study("two-towns")).study().orElseThrow(),
              Scenario.BASELINE,
              Options.of(20, 1))
          .result()
          .orElseThrow();

  private static ObjectNode json() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PlanChapterTest.class.getResourceAsStream("two-towns.plan.json"))) {
      return (ObjectNode) MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static SavedPlan plan(ObjectNode json) {
    String hash = json.path(PlanReader.HASH).asString("");
    return PlanReader.read(json.toString(), hash).orElseThrow();
  }

  private static String chapter(SavedPlan plan, String language) {
    Page page = new Page(RESULT, Words.in(language));
    Html html = new Html();
    new PlanChapter(page, new MapPicture(page), plan).write(html);
    return html.toString();
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace('\u202f', ' ')
        .replaceAll("\\s+", " ");
  }

  @Test
  void saysTheFindingInOneSentence() throws IOException {
    String says = text(chapter(plan(json()), "en"));
    assertTrue(
        says.contains(
            "With works for 82 M USD, 21 of the 22 limits that works can keep are proven to hold in"
                + " at least 90 of 100 simulations"),
        says.substring(0, 600));
    assertTrue(says.contains("Proven within 0.1 % of the cheapest."));
    assertTrue(says.contains("in prices of 2024"));
    assertTrue(says.contains("not proven to hold so surely: 1."));
    assertFalse(says.contains("was changed after this plan was made"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "km"})
  void hasEveryPart(String language) throws IOException {
    String html = chapter(plan(json()), language);
    for (String picture : new String[] {"plan-map", "cost-curve", "cash-flow", "plan-after"}) {
      assertTrue(html.contains("data-picture='" + picture + "'"), picture);
    }
    Words words = Words.in(language);
    for (String title : new String[] {"grounds.title", "paid.title", "surety.title"}) {
      assertTrue(html.contains(Html.escape(words.text("report.plan." + title))), title);
    }
    assertFalse(html.contains("NaN") || html.contains("null") || html.contains("∞"));
  }

  /// The figures of the fixture: 46.035 of 82.099 million hang on bacteria.
  @Test
  void namesTheDearestStandardAndBothLists() throws IOException {
    String says = text(chapter(plan(json()), "en"));
    assertTrue(says.contains("The dearest standard: faecal coliform (FC), 46 M USD, 56 %"));
    assertTrue(says.contains("Where to act whatever works cost: 2 places"));
    assertTrue(says.contains("What to build there depends on prices: 1 of 2 places"));
    assertTrue(says.contains("A2/O activated sludge + Chlorination, 95 % with a sewer (100)"));
  }

  @Test
  void drawsOneSymbolForEachWorkWithItsName() throws IOException {
    String html = chapter(plan(json()), "en");
    int from = html.indexOf("data-picture='plan-map'");
    String svg = html.substring(from, html.indexOf("</svg>", from));
    Matcher symbols = Pattern.compile("class='work'").matcher(svg);
    assertEquals(2, symbols.results().count());
    assertTrue(svg.contains(">Upper Town</text>") && svg.contains(">Lower Town</text>"));
  }

  /// Whoever edits the scenario must not be shown its old costs without a word.
  @Test
  void saysThatAScenarioWasChangedAfterwards() throws IOException {
    SavedPlan plan = PlanReader.read(json().toString(), "another").orElseThrow();
    assertTrue(plan.isChanged());
    assertTrue(text(chapter(plan, "en")).contains("was changed after this plan was made"));
  }

  @Test
  void leavesOutWhatAFileDoesNotHold() throws IOException {
    ObjectNode json = json();
    json.remove(
        java.util.List.of(
            "curve",
            "confidences",
            "prices",
            "robust",
            "alternatives",
            "cashFlow",
            "regret",
            "unverified",
            "horizon_a"));
    String html = chapter(plan(json), "en");
    assertTrue(html.contains("data-picture='plan-map'"));
    assertFalse(html.contains("cost-curve") || html.contains("cash-flow") || html.contains("NaN"));
    assertFalse(text(html).contains("Where to act"));
  }

  @Test
  void aPlanWithoutWorksIsOneSentence() throws IOException {
    ObjectNode json = json();
    json.putArray("works");
    String says = text(chapter(plan(json), "en"));
    assertTrue(says.contains("The plan builds nothing"), says);
    assertFalse(says.contains("Where the plan builds"));
  }

  @Test
  void whatIsNoPlanIsNone() {
    assertTrue(PlanReader.read("{", "").isEmpty());
    assertTrue(PlanReader.read("[]", "").isEmpty());
    assertTrue(PlanReader.read("{\"works\": 3, \"status\": \"proven\"}", "").isEmpty());
  }

  private static PlanMoney money(String language) throws IOException {
    Page page = new Page(RESULT, Words.in(language));
    return new PlanMoney(new PlanPage(page, plan(json())));
  }

  @Test
  void chartsAreThoseThatWereAgreed() throws IOException {
    PlanMoney money = money("en");
    GoldenLayout.check("plan-curve", money.curve(money.points(), 860));
    GoldenLayout.check("plan-cash", money.cash(860));
  }

  @ParameterizedTest
  @CsvSource({"en,860", "zh,860", "km,860", "en,366", "zh,366", "km,366"})
  void chartsKeepTheirWordsApart(String language, double width) throws IOException {
    PlanMoney money = money(language);
    LabelBoxes.assertApart(money.curve(money.points(), width));
    LabelBoxes.assertApart(money.cash(width));
  }
}
