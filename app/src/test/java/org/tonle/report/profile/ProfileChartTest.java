package org.tonle.report.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Place;
import org.tonle.folder.Folders;
import org.tonle.i18n.Words;
import org.tonle.report.chart.GoldenLayout;
import org.tonle.report.chart.LabelBoxes;
import org.tonle.report.chart.Layout;
import org.tonle.report.chart.ValueScale;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.run.Result;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.Watcher;

/// The long profile of the tutorial study.
class ProfileChartTest {
  private static final Result RESULT = result();

  private static Result result() {
    RunOrder order =
        new RunOrder("baseline", "", OptionalInt.of(40), OptionalLong.empty(), OptionalInt.empty());
    return Simulation.run(Folders.study("two-towns"), order, Watcher.SILENT).result().orElseThrow();
  }

  private static Page page(String language) {
    return new Page(RESULT, Words.in(language));
  }

  private static Layout layout(String language, double width) {
    Profiles profiles = new Profiles(page(language));
    River river = profiles.rivers().getFirst();
    return new ProfileChart(river, profiles.turned(river), profiles.stems(), width).layout();
  }

  /// At the fork 33 of 22 + 21 m³/s go on by the main arm, so the river is drawn along it.
  @Test
  void theLargerArmGoesOn() {
    Page page = page("en");
    Place tail =
        RESULT.concentrations().places().stream()
            .filter(p -> p.id().equals("TAIL"))
            .findFirst()
            .orElseThrow();
    Stem stem = new Stems(page).through(tail);
    List<String> ids = stem.stretches().stream().map(s -> s.place().id()).toList();
    assertEquals(List.of("HEAD", "MID", "MAIN", "TAIL"), ids);
    assertEquals(90, stem.length_km(), 1e-12);
    assertEquals(50, stem.nodes().getOrDefault("FORK", Double.NaN), 1e-12);
  }

  @Test
  void everyReachIsInOneRiver() {
    List<String> ids =
        new Stems(page("en"))
            .all().stream()
                .flatMap(s -> s.stretches().stream())
                .filter(s -> !s.isLake())
                .map(s -> s.place().id())
                .sorted()
                .toList();
    assertEquals(List.of("ARM", "CHANNEL", "HEAD", "MAIN", "MID", "TAIL"), ids);
  }

  /// Three of four outfalls on 10 of 100 km: that part is stretched, the ends stay.
  @Test
  void crowdedOutfallsStretchTheDistance() {
    KmScale scale = KmScale.of(100, List.of(10.0, 50.0, 52.0, 55.0), 0, 1000);
    assertTrue(scale.isStretched());
    assertEquals(48, scale.from(), 1e-9);
    assertEquals(57, scale.to(), 1e-9);
    assertEquals(0, scale.px(0), 1e-9);
    assertEquals(1000, scale.px(100), 1e-9);
    double inside = scale.px(51) - scale.px(50);
    double outside = scale.px(91) - scale.px(90);
    assertEquals(scale.factor(), inside / outside, 1e-9);
    assertFalse(KmScale.of(100, List.of(10.0, 50.0, 90.0), 0, 1000).isStretched());
  }

  @Test
  void bacteriaAreDrawnByPowersOfTen() {
    ValueScale scale = ValueScale.powers(3, 20_000, 0, 100);
    assertEquals(1, scale.low(), 1e-9);
    assertEquals(100_000, scale.high(), 1e-6);
    assertEquals(60, scale.px(100), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"en,1040", "zh,1040", "km,1040", "en,366", "zh,366", "km,366"})
  void wordsKeepInsideAndApart(String language, double width) {
    LabelBoxes.assertApart(layout(language, width));
  }

  @Test
  void everyOutfallIsADiscAndARow() {
    Layout layout = layout("en", 1040);
    long discs = layout.marks().stream().filter(m -> m.style().equals("disc")).count();
    long rows = layout.table().rows().stream().filter(r -> r.get(1).startsWith("Outfall")).count();
    assertEquals(discs, rows);
    assertTrue(discs >= 2, layout.toString());
  }

  @Test
  void theSectionSaysItsFinding() {
    Html html = new Html();
    new ProfileSection(page("en")).write(html);
    String text = html.toString();
    assertTrue(text.contains("exceeds its limit on"), text);
    assertTrue(text.contains("class='broad'") && text.contains("class='narrow'"));
  }

  @Test
  void isTheLayoutThatWasAgreed() throws IOException {
    GoldenLayout.check("profile", layout("km", 366));
  }
}
