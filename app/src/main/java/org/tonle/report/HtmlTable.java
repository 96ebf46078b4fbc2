package org.tonle.report;

import java.util.List;

/// A table of a report; columns whose head begins with "#" hold numbers.
final class HtmlTable {
  private final StringBuilder html = new StringBuilder("<div class='scroll'><table>\n<thead><tr>");
  private final List<String> heads;

  HtmlTable(List<String> heads) {
    this.heads = heads;
    for (String head : heads) {
      boolean isNumber = head.startsWith("#");
      html.append(isNumber ? "<th class='n' scope='col'>" : "<th scope='col'>");
      html.append(Html.escape(isNumber ? head.substring(1) : head)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  /// A row of cells; a cell that begins with "<svg" or "<b" is mark-up of ours, all else is words.
  HtmlTable row(List<String> cells) {
    html.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      html.append(heads.get(i).startsWith("#") ? "<td class='n'>" : "<td>")
          .append(cells.get(i))
          .append("</td>");
    }
    html.append("</tr>\n");
    return this;
  }

  @Override
  public String toString() {
    return html + "</tbody></table></div>\n";
  }
}
