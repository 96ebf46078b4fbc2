package org.tonle.report.chart;

import org.tonle.i18n.Words;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;

/// Figure of a report from a layout: its title, its picture and the table behind it.
public final class LayoutFigure {
  /// Width of a picture that fills the page.
  public static final double BROAD = 860;

  /// Width of a picture on a phone.
  public static final double NARROW = 366;

  private LayoutFigure() {}

  /// Writes a chart twice, of which a page shows one: for wide pages and paper, and for phones.
  public static void write(Html html, Words words, Layout broad, Layout narrow) {
    html.element("h3 id='" + Html.escape(broad.name()) + "'", broad.title())
        .element("p class='note'", broad.subtitle());
    pictures(html, broad, narrow);
    html.raw(table(broad, words));
  }

  static void pictures(Html html, Layout broad, Layout narrow) {
    html.raw("<figure class='broad'>").raw(LayoutSvg.of(broad)).raw("</figure>\n");
    html.raw("<figure class='narrow'>").raw(LayoutSvg.of(narrow)).raw("</figure>\n");
  }

  /// A small chart that stands among others.
  public static void small(Html html, Layout layout) {
    html.raw("<figure>\n").element("b", layout.title());
    html.element("div class='sub'", layout.subtitle());
    html.raw(LayoutSvg.of(layout)).raw("</figure>\n");
  }

  /// The table behind a layout, folded away.
  static String table(Layout layout, Words words) {
    HtmlTable table = new HtmlTable(layout.table().heads());
    layout.table().rows().forEach(r -> table.row(r.stream().map(Html::escape).toList()));
    return "<details class='fold'><summary>"
        + Html.escape(words.text("report.chart.table"))
        + "</summary>\n"
        + table
        + "</details>\n";
  }
}
