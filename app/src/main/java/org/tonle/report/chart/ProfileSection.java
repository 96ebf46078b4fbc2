package org.tonle.report.chart;

import java.util.List;
import java.util.Optional;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Profile section: the long profile of the river with the worst breach that can be mended; those
/// of other rivers fold out.
public final class ProfileSection {
  private static final double BROAD = 860;
  private static final double NARROW = 366;

  private final Page page;
  private final Profiles profiles;
  private final List<River> rivers;

  public ProfileSection(Page page) {
    this.page = page;
    profiles = new Profiles(page);
    rivers = profiles.rivers();
  }

  /// Whether there is any river to draw.
  public boolean isEmpty() {
    return rivers.isEmpty();
  }

  public void write(Html html) {
    if (rivers.isEmpty()) {
      return;
    }
    html.raw("<h2 id='profile'>").raw(Html.escape(page.say("profile"))).raw("</h2>\n");
    html.element("p", page.say("profile.sub"));
    figure(html, rivers.getFirst());
    if (rivers.size() > 1) {
      html.raw("<details class='fold'>");
      html.element("summary", page.say("profile.more", rivers.size() - 1));
      rivers.subList(1, rivers.size()).forEach(r -> figure(html, r));
      html.raw("</details>\n");
    }
  }

  private void figure(Html html, River river) {
    Optional<River> turned = profiles.turned(river);
    Layout broad = new ProfileChart(river, turned, profiles.stems(), BROAD).layout();
    Layout narrow = new ProfileChart(river, turned, profiles.stems(), NARROW).layout();
    write(html, page, broad, narrow);
  }

  /// A chart with its words: drawn once for wide pages and paper, once for phones.
  static void write(Html html, Page page, Layout broad, Layout narrow) {
    html.element("h3", broad.title()).element("p class='note'", broad.subtitle());
    html.raw("<figure class='broad'>").raw(LayoutSvg.of(broad)).raw("</figure>\n");
    html.raw("<figure class='narrow'>").raw(LayoutSvg.of(narrow)).raw("</figure>\n");
    html.raw(LayoutSvg.table(broad, page));
  }
}
