package org.tonle.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.tonle.convert.Text;
import org.tonle.export.Answers;
import org.tonle.i18n.Words;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;
import org.tonle.run.Result;

/// Writes one self-contained HTML page per language.
public final class Reports {
  private static final List<String> CHAPTERS =
      List.of("wastewater", "seasons", "breaches", "measured", "sure", "sources");

  private Reports() {}

  private static String file(String language) {
    return "report-" + language + ".html";
  }

  /// Whether a file of this name is one of those that `write` makes.
  public static boolean isOurs(String file) {
    return Words.LANGUAGES.stream().anyMatch(language -> file.equals(file(language)));
  }

  /// Pages of a result alone.
  public static void write(Result result, List<String> languages, Path folder) throws IOException {
    write(Answers.of(result), languages, folder);
  }

  /// report-en.html, report-zh.html, report-km.html into an existing folder.
  ///
  /// @param languages of "en", "zh", "km"
  public static void write(Answers findings, List<String> languages, Path folder)
      throws IOException {
    for (String language : languages) {
      String html = html(findings, Words.in(language));
      Files.writeString(folder.resolve(file(language)), html);
    }
  }

  static String html(Result result, Words words) throws IOException {
    return html(Answers.of(result), words);
  }

  static String html(Answers findings, Words words) throws IOException {
    Result result = findings.result();
    Page page = new Page(result, words, findings.worst());
    MapPicture map = new MapPicture(page);
    Html html = new Html();
    String title = result.study().title().in(words.language());
    html.raw(
        "<!DOCTYPE html>\n<html lang='"
            + words.language()
            + "'>\n<head>\n<meta charset='utf-8'>\n");
    html.raw("<meta name='viewport' content='width=device-width, initial-scale=1'>\n");
    html.element("title", title);
    html.raw("<style>\n")
        .raw(fonts(words.language()))
        .raw(text("report.css"))
        .raw("</style>\n</head>\n<body>\n");
    html.raw(map.isDrawable() ? map.definitions() : "");
    html.raw("<header>")
        .element("b", "Tonle")
        .element("span", edition(page))
        .raw("</header>\n<main>\n");
    new FrontPage(page, map).write(html);
    html.raw("<nav aria-label='").raw(Html.escape(page.say("contents"))).raw("'>\n");
    for (String chapter : chapters(findings)) {
      html.raw("<a href='#" + chapter + "'>").raw(Html.escape(page.say(chapter))).raw("</a>\n");
    }
    html.raw("</nav>\n");
    new WastewaterSection(page).write(html);
    new SeasonSection(page, map).write(html);
    new BreachSection(page).write(html);
    if (findings.demand().isPresent()) {
      new CauseSection(page, map, findings.demand().get()).write(html);
      new DemandSection(page, map, findings.demand().get()).write(html);
      new CapacitySection(page, findings.demand().get()).write(html);
    }
    if (hasWorth(findings)) {
      new WorthSection(page, findings.demand().get(), findings.worth().get()).write(html);
    }
    new MeasuredSection(page, map).write(html);
    new SureSection(page).write(html);
    new SourcesSection(page).write(html);
    html.raw("</main>\n").element("footer class='foot'", edition(page));
    html.raw("<script>\n").raw(text("report.js")).raw("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  private static List<String> chapters(Answers findings) {
    List<String> chapters = new ArrayList<>(CHAPTERS);
    if (findings.demand().isPresent()) {
      chapters.addAll(chapters.indexOf("breaches") + 1, List.of("cause", "demand", "capacity"));
    }
    if (hasWorth(findings)) {
      chapters.add(chapters.indexOf("capacity") + 1, "measure");
    }
    return chapters;
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

  /// Khmer letters travel with the page; other scripts are on every machine that reads them.
  private static String fonts(String language) throws IOException {
    if (!language.equals("km")) {
      return "";
    }
    return font("Noto Sans Khmer", 400, "noto-sans-khmer-khmer-400-normal.woff2")
        + font("Noto Sans Khmer", 600, "noto-sans-khmer-khmer-600-normal.woff2")
        + font("Noto Serif Khmer", 600, "noto-serif-khmer-khmer-600-normal.woff2");
  }

  private static String font(String family, int weight, String file) throws IOException {
    return Text.format(
        "@font-face{font-family:\"%s\";font-weight:%d;src:url(data:font/woff2;base64,%s) format(\"woff2\");unicode-range:U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC}\n",
        family, weight, Base64.getEncoder().encodeToString(bytes("fonts/" + file)));
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Reports.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
