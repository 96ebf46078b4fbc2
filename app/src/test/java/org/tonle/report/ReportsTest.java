package org.tonle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.export.MeasureNames;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.measure.MeasuringWorth;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

class ReportsTest {
  /// Elements without content, which HTML writes without an end.
  private static final Set<String> EMPTY = Set.of("meta", "br", "!DOCTYPE");

  @TempDir Path folder;

  private Result result(Path study) {
    Study read = StudyReader.read(study).study().orElseThrow();
    return Runner.run(read, Scenario.BASELINE, Options.of(40, 1)).result().orElseThrow();
  }

  private Answers demand(Path study) {
    Result result = result(study);
    return Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "km"})
  void isWellFormedAndSelfContained(String language) throws Exception {
    String html =
        Reports.html(demand(Folders.study("two-towns")), Optional.empty(), Words.in(language));
    for (String chapter :
        List.of("profile", "cause", "downstream", "demand", "capacity", "measure", "sources")) {
      assertTrue(html.contains("<h2 id='" + chapter + "'>"), chapter);
    }
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang='" + language + "'>"));
    String body = html.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tags =
        Pattern.compile("<(/?)([!a-zA-Z0-9]+)((?:'[^']*'|\"[^\"]*\"|[^>'\"])*)>").matcher(body);
    while (tags.find()) {
      boolean isEmpty = EMPTY.contains(tags.group(2));
      if (!tags.group(1).isEmpty()) {
        assertEquals(open.pop(), tags.group(2), "near " + tags.start());
      } else if (!isEmpty && !tags.group(3).endsWith("/")) {
        open.push(tags.group(2));
      }
    }
    assertEquals(List.of(), List.copyOf(open));
    assertFalse(Pattern.compile("(src|href)=['\"](?!#|data:)").matcher(html).find());
    assertFalse(html.contains("@import"));
    assertFalse(body.contains("NaN") || body.contains("null"));
  }

  @Test
  void namesOfAStudyAreShownAsText() throws Exception {
    Folders.twoTowns(folder);
    Path towns = folder.resolve("towns.csv");
    String text = java.nio.file.Files.readString(towns);
    java.nio.file.Files.writeString(
        towns, text.replaceFirst("Lower Town", "<script>alert('x')</script>"));
    String html = Reports.html(result(folder), Words.in("en"));
    assertFalse(html.contains("<script>alert"));
    assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
  }

  @Test
  void outlinesAreDrawnUnderTheRiversAndLakesHaveTheirShape() throws Exception {
    Folders.twoTowns(folder);
    String with = Reports.html(result(folder), Words.in("en"));
    assertEquals(3, count(with, "<path id='a\\d'"), "two districts and the lake, once each");
    assertTrue(with.indexOf("class='land'") < with.indexOf("class='case'"));
    assertTrue(count(with, "<use href='#a0' class='lake") > 0);
    java.nio.file.Files.delete(folder.resolve("shapes.csv"));
    String without = Reports.html(result(folder), Words.in("en"));
    assertEquals(0, count(without, "href='#a"));
    assertTrue(count(without, "<circle cx='[^>]*class='lake") > 0, "then a disc");
  }

  private static long count(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().count();
  }

  @Test
  void aLongTableShowsItsFirstRowsAndFoldsTheOthers() throws Exception {
    Page page = new Page(result(Folders.study("two-towns")), Words.in("en"));
    HtmlTable table = new HtmlTable(List.of("a", "#b"));
    for (int i = 0; i < 300; i++) {
      table.row(List.of("row" + i, "" + i));
    }
    String html = table.folded(page, "all.csv", 5);
    int fold = html.indexOf("<details");
    assertEquals(5, count(html.substring(0, fold), "<td>row"));
    assertEquals(235, count(html.substring(fold), "<td>row"));
    assertTrue(html.contains("295 more rows; all.csv"));
    assertTrue(html.contains("and 60 more in all.csv"));
    assertEquals(300, count(table.toString(), "<td>row"));
    HtmlTable few = new HtmlTable(List.of("a"));
    for (int i = 0; i < 8; i++) {
      few.row(List.of("row" + i));
    }
    assertFalse(few.folded(page, "", 5).contains("<details"), "three rows are not worth a fold");
  }

  @Test
  void theSameResultMakesTheSamePage() throws Exception {
    Result result = result(Folders.study("two-towns"));
    assertEquals(Reports.html(result, Words.in("km")), Reports.html(result, Words.in("km")));
  }

  /// "Of 204 limits by , 10 are broken", and how to read maps that are not there.
  @Test
  void aStudyWithoutMainLawAndMapHasWholeSentencesAndNoWordsOnMaps() throws Exception {
    Folders.twoTowns(folder);
    Path toml = folder.resolve("study.toml");
    String settings = java.nio.file.Files.readString(toml);
    java.nio.file.Files.writeString(toml, settings.replaceAll("main_standard.*", ""));
    Path nodes = folder.resolve("nodes.csv");
    String rows = java.nio.file.Files.readString(nodes);
    assertTrue(rows.contains(",lon,lat,"));
    java.nio.file.Files.writeString(nodes, rows.replace(",lon,lat,", ",was_lon,was_lat,"));
    java.nio.file.Files.delete(folder.resolve("shapes.csv"));
    java.nio.file.Files.deleteIfExists(folder.resolve("geometry.csv"));
    Page page = new Page(result(folder), Words.in("en"));
    String html = Reports.html(demand(folder), Optional.empty(), Words.in("en"));
    assertTrue(html.contains(" limits by all standards of the study, "));
    assertFalse(Pattern.compile(" by ,|“”").matcher(html).find());
    assertFalse(html.contains(page.say("cause.reading")));
    assertFalse(html.contains(page.say("seasons.sub")));
  }

  /// The page showed "KH-27 biodiversity ≤ 0.28" below a subtitle that names the law.
  @Test
  void chartsNameLimitsByTheirClassAndNotByAnId() throws Exception {
    String html = Reports.html(result(Folders.study("two-towns")), Words.in("en"));
    List<String> words =
        Pattern.compile("<text[^>]*limitwords[^>]*>([^<]*)")
            .matcher(html)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertFalse(words.isEmpty());
    for (String one : words) {
      assertFalse(one.contains("GB3838") || one.contains("KH-27"), one);
    }
    assertTrue(words.stream().anyMatch(w -> w.startsWith("class I")), words.toString());
  }

  @Test
  void aCheckNamesItsPlace() throws Exception {
    String html = Reports.html(result(Folders.study("two-towns")), Words.in("en"));
    int checks = html.indexOf("more than the source brings, less than sewage");
    String row = html.substring(html.lastIndexOf("<tr>", checks), checks);
    assertTrue(row.contains("<td>Tail reach<"), row);
  }

  @Test
  void figuresHaveFewDigits() {
    assertEquals("0.057", Figures.two(0.0567));
    assertEquals("1\u202f200\u202f000", Figures.two(1_234_567));
    assertEquals("\u221212.3", Figures.three(-12.34));
    assertEquals("1.2 · 10⁻⁵", Figures.two(1.23e-5));
    assertEquals("\u2013", Figures.two(Double.NaN));
    assertEquals("2200", Figures.two(2150.4));
    assertEquals("40 t/a", Figures.with("40", "t/a"));
    assertEquals("40 × 10⁹/d", Figures.with("40", "10⁹/d"), "not two numbers side by side");
  }

  /// One row for each measurement to make first, with its mark and what it takes.
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "km"})
  void whatToMeasureFirstStandsInItsOrder(String language) {
    Study read = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    Result result = Runner.run(read, Scenario.BASELINE, Options.of(400, 1)).result().orElseThrow();
    Answers findings = Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
    MeasuringWorth worth = findings.worth().orElseThrow();
    Page page = new Page(result, Words.in(language));
    Html html = new Html();
    new WorthSection(page, findings.demand().orElseThrow(), worth).write(html);
    List<MeasuringWorth.First> first =
        worth.answer(MeasuringWorth.Question.DEMAND).orElseThrow().first();
    assertTrue(first.size() > 1, "first: " + first);
    String text = html.toString();
    MeasureNames names = new MeasureNames(read);
    int at = 0;
    for (int i = 0; i < first.size(); i++) {
      String what = names.what(worth.measurements().get(first.get(i).measurement()), page.words);
      int next = text.indexOf("<b>" + (i + 1) + "</b>&ensp;" + Html.escape(what), at);
      assertTrue(next > at, what);
      assertTrue(text.indexOf(Figures.percent(first.get(i).share()), next) > next, what);
      at = next;
    }
  }
}
