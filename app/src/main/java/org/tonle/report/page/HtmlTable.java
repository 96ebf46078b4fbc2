package org.tonle.report.page;

import java.util.ArrayList;
import java.util.List;

/// HTML table of a report; columns whose head begins with "#" hold numbers. A long table shows its
/// first rows; the others fold out without a script and are not printed.
public final class HtmlTable {
  /// Number of rows that a table shows by default.
  private static final int SHOWN = 12;

  /// Fewer rows than this are not folded.
  private static final int LEAST_FOLDED = 4;

  /// Largest number of rows on a page; the result's tables have all.
  private static final int MOST = 240;

  private final List<String> heads;
  private final List<String> rows = new ArrayList<>();

  public HtmlTable(List<String> heads) {
    this.heads = List.copyOf(heads);
  }

  /// Adds a row of cells with mark-up; whatever comes from a study must already be escaped.
  public HtmlTable row(List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      row.append(heads.get(i).startsWith("#") ? "<td class='n'>" : "<td>");
      row.append(cells.get(i)).append("</td>");
    }
    rows.add(row.append("</tr>\n").toString());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The table with every row.
  @Override
  public String toString() {
    return table(rows);
  }

  /// The table with the first rows shown and the others folded.
  ///
  /// @param file table of the result that holds all rows, or ""
  public String folded(Page page, String file) {
    return folded(page, file, SHOWN);
  }

  public String folded(Page page, String file, int shown) {
    if (rows.size() < shown + LEAST_FOLDED) {
      return toString();
    }
    int last = StrictMath.min(rows.size(), MOST);
    String says =
        file.isEmpty()
            ? page.say("fold", rows.size() - shown)
            : page.say("fold.file", rows.size() - shown, file);
    String rest =
        rows.size() > last
            ? "<p class='note'>"
                + Html.escape(page.say("more", rows.size() - last, file))
                + "</p>\n"
            : "";
    return table(rows.subList(0, shown))
        + "<details class='fold'><summary>"
        + Html.escape(says)
        + "</summary>\n"
        + table(rows.subList(shown, last))
        + rest
        + "</details>\n";
  }

  private String table(List<String> some) {
    StringBuilder html = new StringBuilder("<div class='scroll'><table>\n<thead><tr>");
    for (String head : heads) {
      boolean isNumber = head.startsWith("#");
      html.append(isNumber ? "<th class='n' scope='col'>" : "<th scope='col'>");
      html.append(Html.escape(isNumber ? head.substring(1) : head)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    some.forEach(html::append);
    return html.append("</tbody></table></div>\n").toString();
  }
}
