package org.tonle.report.contrast;

import java.util.ArrayList;
import java.util.List;
import org.tonle.compare.Contrast;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.Move;
import org.tonle.model.Constituent;
import org.tonle.model.Season;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.picture.ChangeMap;
import org.tonle.report.picture.MapPicture;
import org.tonle.scenario.Lever;
import org.tonle.tell.ContrastWords;

/// Contrast section: the comparison of two scenarios in sentences, with a map of change, the levers
/// one by one, and tables.
final class ContrastSection {
  private static final int MOST_MOVES = 60;
  private static final int OF_EACH = 6;
  private static final int SHOWN = 8;

  private final Page page;
  private final MapPicture map;
  private final Contrast contrast;
  private final ContrastWords says;

  ContrastSection(Page page, MapPicture map, Contrast contrast) {
    this.page = page;
    this.map = map;
    this.contrast = contrast;
    says = new ContrastWords(contrast, page.words);
  }

  void write(Html html) {
    html.element("h1", says.title());
    html.raw("<ul class='lead'>\n");
    says.outcome().forEach(s -> html.element("li", s));
    html.raw("</ul>\n");
    if (map.isDrawable() && !contrast.visible().isEmpty()) {
      maps(html);
    }
    levers(html);
    if (!contrast.visible().isEmpty()) {
      moves(html);
    }
    new ContrastTables(page, contrast, says).write(html);
    List<String> still = says.still();
    if (!still.isEmpty() && !contrast.isNothing()) {
      html.element("h2", says.say("still"));
      html.element("p", page.sentences(still));
      html.element(
          "p class='note'", page.say("fold.file", contrast.still().size(), "unchanged.csv"));
    }
  }

  private void maps(Html html) {
    ChangeMap change = new ChangeMap(page, map, contrast);
    html.element("h2", says.say("map")).element("p class='note'", says.say("map.note"));
    html.raw("<div class='switch' data-name='" + Html.escape(page.say("constituent")) + "'>\n");
    for (Constituent constituent : page.constituents()) {
      int season = season(change, constituent);
      if (change.weight_km(page.seasons().get(season), constituent) > 0) {
        String title =
            says.say(
                page.seasons().size() == 1 ? "map.title.one" : "map.title",
                constituent.id(),
                page.season(page.seasons().get(season)));
        html.raw("<figure class='wide' data-key='" + Html.escape(constituent.id()) + "'>");
        html.element("b", title)
            .raw(
                PictureName.on(
                    change.svg(season, constituent, title),
                    PictureName.of("change", constituent.id())));
        html.raw("</figure>\n");
      }
    }
    html.raw("</div>\n").raw(change.legend());
  }

  /// The season in which the river changes most.
  private int season(ChangeMap change, Constituent constituent) {
    List<Season> seasons = page.seasons();
    int most = 0;
    for (int s = 1; s < seasons.size(); s++) {
      boolean isMore =
          change.weight_km(seasons.get(s), constituent)
              > change.weight_km(seasons.get(most), constituent);
      most = isMore ? s : most;
    }
    return most;
  }

  private void levers(Html html) {
    html.element("h2", says.say("differs"));
    if (contrast.levers().isEmpty()) {
      html.element("p", says.say("differs.none"));
      return;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                says.say("lever"), says.say("quantity"), says.say("before"), says.say("after")));
    for (LeverEffect effect : contrast.levers()) {
      String name = Html.escape(says.lever(effect.lever()));
      for (Lever.Setting setting : effect.lever().settings()) {
        table.row(
            List.of(
                name,
                Html.escape(says.quantity(setting)),
                Html.escape(says.value(setting, setting.before())),
                Html.escape(says.value(setting, setting.after()))));
        name = "";
      }
    }
    html.raw(table.folded(page, "levers.csv"));
    html.element("h2", says.say("alone"));
    for (LeverEffect effect : contrast.levers()) {
      html.element("h3", says.lever(effect.lever()));
      html.element("p", page.sentences(says.effect(effect)));
    }
  }

  private void moves(Html html) {
    html.element("h2", says.say("moves")).element("p class='note'", says.say("moves.sub"));
    for (boolean isBetter : new boolean[] {true, false}) {
      List<Move> largest = says.largest(isBetter, MOST_MOVES, OF_EACH);
      if (!largest.isEmpty()) {
        html.element("h3", says.say(isBetter ? "best" : "worst"));
        html.raw(table(largest).folded(page, "changes.csv", SHOWN));
      }
    }
  }

  private HtmlTable table(List<Move> moves) {
    HtmlTable table =
        new HtmlTable(
            List.of(
                says.say("place"),
                page.say("season"),
                page.say("constituent"),
                "#" + says.say("before"),
                "#" + says.say("after"),
                "#" + says.say("difference"),
                "#" + says.say("better_in")));
    for (Move move : moves) {
      List<String> cells = new ArrayList<>();
      cells.add(Html.escape(page.place(move.place())));
      cells.add(Html.escape(says.season(move.season().id())));
      cells.add(Html.escape(move.constituent().id() + ", " + ContrastWords.unit(move)));
      cells.add(Figures.three(move.before()));
      cells.add(Figures.three(move.after()));
      cells.add(Html.escape(says.difference(move)));
      cells.add(Html.escape(says.better(move)));
      table.row(cells);
    }
    return table;
  }
}
