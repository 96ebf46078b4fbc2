package org.tonle.report.profile;

import java.util.List;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.report.chart.Layout;
import org.tonle.report.chart.LayoutFigure;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;

/// Profile section: the long profile of the river with the worst breach that can be mended; those
/// of other rivers fold out.
public final class ProfileSection {
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

  /// Name of the picture that shows a place.
  public Optional<String> picture(Place place) {
    Place water = profiles.water(place);
    return rivers.stream()
        .filter(r -> r.stem.holds(water))
        .findFirst()
        .map(r -> new ProfileChart(r, Optional.empty(), profiles.stems(), LayoutFigure.NARROW))
        .map(ProfileChart::name);
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
    Layout broad = new ProfileChart(river, turned, profiles.stems(), LayoutFigure.BROAD).layout();
    Layout narrow = new ProfileChart(river, turned, profiles.stems(), LayoutFigure.NARROW).layout();
    LayoutFigure.write(html, page.words, broad, narrow);
  }
}
