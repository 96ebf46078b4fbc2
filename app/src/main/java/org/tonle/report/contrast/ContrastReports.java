package org.tonle.report.contrast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tonle.compare.Contrast;
import org.tonle.export.plan.SavedPlan;
import org.tonle.i18n.Words;
import org.tonle.report.page.Document;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;
import org.tonle.tell.ContrastWords;
import org.tonle.tell.PlanCostWords;

/// Contrast reports: one self-contained page on a comparison for each language.
public final class ContrastReports {
  private ContrastReports() {}

  static String file(String language) {
    return "comparison-" + language + ".html";
  }

  /// Writes comparison-en.html, comparison-zh.html or comparison-km.html into an existing folder.
  ///
  /// @param contrasts at least one; all have the same first scenario
  /// @param plans plans that scenarios came from, by the id of the scenario
  public static void write(
      List<Contrast> contrasts, Map<String, SavedPlan> plans, String language, Path folder)
      throws IOException {
    Files.writeString(folder.resolve(file(language)), html(contrasts, plans, Words.in(language)));
  }

  static String html(List<Contrast> contrasts, Map<String, SavedPlan> plans, Words words)
      throws IOException {
    Page page = new Page(contrasts.getFirst().before(), words);
    MapPicture map = new MapPicture(page);
    Html html = new Html();
    String title = page.result.study().title().in(words.language());
    String edition = title + " · " + new ContrastWords(contrasts.getFirst(), words).draws();
    Document document = new Document(words.language(), edition);
    document.open(html, title, map.isDrawable() ? map.definitions() : "", edition);
    for (Contrast contrast : contrasts) {
      new ContrastSection(page, map, contrast).write(html);
    }
    costs(html, new PlanCostWords(contrasts, plans, words));
    document.close(html);
    return html.toString();
  }

  private static void costs(Html html, PlanCostWords costs) {
    if (costs.isEmpty()) {
      return;
    }
    html.element("h2", costs.title()).element("p class='note'", costs.note());
    HtmlTable table = new HtmlTable(costs.heads());
    costs.rows().forEach(r -> table.row(r.stream().map(Html::escape).toList()));
    html.raw(table.toString());
  }
}
