package org.tonle.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.export.Answers;
import org.tonle.export.Summary;
import org.tonle.export.plan.SavedPlan;
import org.tonle.i18n.Words;
import org.tonle.report.chart.DownstreamSection;
import org.tonle.report.page.Document;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.picture.LoosePictures;
import org.tonle.report.picture.MapPicture;
import org.tonle.report.plan.PlanChapter;
import org.tonle.report.profile.ProfileSection;
import org.tonle.run.Result;

/// Reports of a result: one self-contained HTML page for each language.
public final class Reports {
  private static final List<String> CHAPTERS =
      List.of("wastewater", "seasons", "breaches", "samples", "measured", "sure", "sources");

  private Reports() {}

  public static String file(String language) {
    return "report-" + language + ".html";
  }

  /// Writes the pages of a result alone.
  public static void write(Result result, List<String> languages, Path folder) throws IOException {
    write(Answers.of(result), Optional.empty(), languages, folder);
  }

  /// Writes report-en.html, report-zh.html, report-km.html into an existing folder.
  ///
  /// @param plan plan that the result's scenario came from
  /// @param languages any of "en", "zh", "km"
  public static void write(
      Answers findings, Optional<SavedPlan> plan, List<String> languages, Path folder)
      throws IOException {
    for (String language : languages) {
      String html = html(findings, plan, Words.in(language));
      Files.writeString(folder.resolve(file(language)), html);
    }
  }

  static String html(Result result, Words words) throws IOException {
    return html(Answers.of(result), Optional.empty(), words);
  }

  static String html(Answers findings, Optional<SavedPlan> plan, Words words) throws IOException {
    Result result = findings.result();
    Page page = new Page(result, words, findings.worst());
    MapPicture map = new MapPicture(page);
    Html html = new Html();
    String title = result.study().title().in(words.language());
    Document document = new Document(words.language(), edition(page));
    String foot =
        page.say(
            "foot",
            title,
            edition(page),
            result.study().settings().judging().date(),
            Summary.version());
    document.open(html, title, map.isDrawable() ? map.definitions() : "", foot);
    ProfileSection profile = new ProfileSection(page);
    Optional<CauseSection> causes =
        findings.demand().map(d -> new CauseSection(page, map, d)).filter(c -> !c.isEmpty());
    FrontLinks links =
        new FrontLinks(
            page, profile, causes.map(CauseSection::pictures).orElse(Set.of()), isToCut(findings));
    new FrontPage(page, map, findings, links).write(html);
    Optional<DownstreamSection> downstream =
        findings.demand().map(d -> new DownstreamSection(page, d)).filter(d -> !d.isEmpty());
    html.raw("<nav aria-label='").raw(Html.escape(page.say("contents"))).raw("'>\n");
    List<String> chapters = chapters(findings);
    if (causes.isPresent()) {
      chapters.add(chapters.indexOf("breaches") + 1, "cause");
    }
    if (!profile.isEmpty()) {
      chapters.add(chapters.indexOf("breaches") + 1, "profile");
    }
    if (downstream.isPresent()) {
      chapters.add(chapters.indexOf("cause") + 1, "downstream");
    }
    if (plan.isPresent()) {
      chapters.add(chapters.indexOf("samples"), "plan");
    }
    for (String chapter : chapters) {
      html.raw("<a href='#" + chapter + "'>")
          .raw(Html.escape(page.say(chapter.equals("plan") ? "plan.title" : chapter)))
          .raw("</a>\n");
    }
    html.raw("</nav>\n");
    new WastewaterSection(page).write(html);
    new SeasonSection(page, map).write(html);
    new BreachSection(page).write(html);
    profile.write(html);
    causes.ifPresent(c -> c.write(html));
    downstream.ifPresent(d -> d.write(html));
    if (isToCut(findings)) {
      new DemandSection(page, map, findings.demand().get(), findings.robustness()).write(html);
      new CapacitySection(page, findings.demand().get()).write(html);
    }
    plan.ifPresent(p -> new PlanChapter(page, map, p).write(html));
    new SampledSection(page).write(html);
    new MeasuredSection(page, map).write(html);
    new SureSection(page).write(html);
    if (hasWorth(findings)) {
      new WorthSection(page, findings.demand().get(), findings.worth().get()).write(html);
    }
    new SourcesSection(page).write(html);
    document.close(html);
    return html.toString();
  }

  /// The pictures of a report as files of their own.
  public static LoosePictures pictures(Answers findings, Optional<SavedPlan> plan, Words words)
      throws IOException {
    Page page = new Page(findings.result(), words, findings.worst());
    String main = page.result.study().settings().judging().mainStandard();
    String law = main.isEmpty() ? page.say("front.all_laws") : page.law(main);
    String date = page.result.study().settings().judging().date().toString();
    List<String> foot =
        List.of(
            page.result.study().title().in(words.language()),
            law + " · " + date + " · " + edition(page) + " · Tonle",
            new MapSources(page).sentence());
    String style = new Document(words.language(), edition(page)).style();
    return new LoosePictures(html(findings, plan, words), words.language(), style, foot);
  }

  private static List<String> chapters(Answers findings) {
    List<String> chapters = new ArrayList<>(CHAPTERS);
    if (isToCut(findings)) {
      chapters.addAll(chapters.indexOf("breaches") + 1, List.of("demand", "capacity"));
    }
    if (hasWorth(findings)) {
      chapters.add(chapters.indexOf("sure") + 1, "measure");
    }
    return chapters;
  }

  /// Whether any limit is broken, so that there are loads to divide.
  private static boolean isToCut(Answers findings) {
    return findings.demand().filter(d -> !d.allocation().bounds().isEmpty()).isPresent();
  }

  private static boolean hasWorth(Answers findings) {
    return findings.demand().isPresent() && findings.worth().isPresent();
  }

  private static String edition(Page page) {
    String name = page.result.scenario().names().in(page.words.language());
    boolean isBaseline = page.result.scenario().id().equals("baseline");
    return page.say(
        "edition",
        isBaseline ? page.say("baseline") : name,
        page.result.scenario().year().orElse(page.result.study().settings().year()),
        page.result.options().draws(),
        page.result.options().seed());
  }
}
