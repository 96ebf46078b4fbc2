package org.tonle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tonle.assess.Verdict;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.page.PictureName;
import org.tonle.report.profile.ProfileSection;

/// Links of the front page from a place that breaks its limit to the pictures of it: the river
/// through it, who causes it, what must be cut.
final class FrontLinks {
  private final Page page;
  private final ProfileSection profile;
  private final Set<String> causes;
  private final boolean hasDemand;

  /// @param causes names of the cause pictures that the report shows
  FrontLinks(Page page, ProfileSection profile, Set<String> causes, boolean hasDemand) {
    this.page = page;
    this.profile = profile;
    this.causes = Set.copyOf(causes);
    this.hasDemand = hasDemand;
  }

  /// The links of a place, with mark-up; "" if the report shows nothing more of it.
  String of(Verdict v) {
    List<String> links = new ArrayList<>();
    profile.picture(v.place()).ifPresent(name -> links.add(link(name, "front.link.river")));
    String cause = PictureName.of("cause", PictureName.of(v.place()), v.constituent());
    if (causes.contains(cause)) {
      links.add(link(cause, "front.link.cause"));
    }
    if (hasDemand) {
      links.add(link("demand", "front.link.cut"));
    }
    return links.isEmpty() ? "" : " <small>" + String.join(" · ", links) + "</small>";
  }

  private String link(String anchor, String key) {
    return "<a href='#" + Html.escape(anchor) + "'>" + Html.escape(page.say(key)) + "</a>";
  }
}
