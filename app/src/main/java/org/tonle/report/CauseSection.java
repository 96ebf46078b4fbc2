package org.tonle.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Bound;
import org.tonle.assess.Demand;

/// Who causes the worst breach of each constituent.
final class CauseSection {
  private final Page page;
  private final MapPicture map;
  private final Demand demand;

  CauseSection(Page page, MapPicture map, Demand demand) {
    this.page = page;
    this.map = map;
    this.demand = demand;
  }

  void write(Html html) {
    html.raw("<h2 id='cause'>").raw(Html.escape(page.say("cause"))).raw("</h2>\n");
    html.element("p", page.say("cause.sub"));
    html.element("p class='note'", page.say("cause.reading"));
    Whereabouts whereabouts = new Whereabouts(page, map);
    for (Bound bound : worst()) {
      CauseFlow flow = new CauseFlow(page, map, bound.of());
      html.element("h3", flow.title());
      html.raw("<figure class='pair'>").raw(flow.svg());
      if (map.isDrawable()) {
        CauseMap where = new CauseMap(page, map, whereabouts, bound.of());
        html.raw(where.svg()).element("figcaption", where.sum());
      }
      html.raw("</figure>\n");
    }
  }

  /// The breach furthest above what is allowed, of each constituent.
  private List<Bound> worst() {
    Map<String, Bound> found = new LinkedHashMap<>();
    for (Bound bound : demand.allocation().bounds()) {
      if (bound.of().total() > 0) {
        found.merge(bound.of().constituent().id(), bound, (a, b) -> excess(b) > excess(a) ? b : a);
      }
    }
    return List.copyOf(found.values());
  }

  private static double excess(Bound bound) {
    return bound.of().total() / bound.allowed();
  }
}
