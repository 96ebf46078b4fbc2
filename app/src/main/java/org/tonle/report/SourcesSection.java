package org.tonle.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Reference;
import org.tonle.model.Study;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Sources section: publications, and how many figures of which mark rest on each.
final class SourcesSection {
  private final Page page;
  private final Map<String, int[]> uses = new HashMap<>();

  SourcesSection(Page page) {
    this.page = page;
    Study study = page.result.study();
    study.waterways().nodes().forEach(n -> use(n.provenance()));
    study.waterways().reaches().forEach(r -> use(r.provenance()));
    study.waterways().reaches().forEach(r -> r.seasons().forEach(s -> use(s.provenance())));
    study.waterways().lakes().forEach(l -> l.seasons().forEach(s -> use(s.provenance())));
    study.waterways().flows().forEach(f -> use(f.provenance()));
    study.waterways().waters().forEach(w -> use(w.provenance()));
    study.waterways().shapes().forEach(s -> use(s.provenance()));
    study.chemistry().constituents().forEach(c -> use(c.provenance()));
    study.chemistry().reactions().forEach(r -> use(r.provenance()));
    study.emissions().sources().forEach(s -> use(s.provenance()));
    study.emissions().sanitation().forEach(s -> use(s.provenance()));
    study.emissions().factors().forEach(f -> use(f.provenance()));
    study.emissions().effluents().forEach(e -> use(e.provenance()));
    study.rules().limits().forEach(l -> use(l.provenance()));
    study.rules().effluentLimits().forEach(l -> use(l.provenance()));
    study.evidence().observations().forEach(o -> use(o.provenance()));
  }

  private void use(Provenance provenance) {
    for (String key : provenance.reference().split(";", -1)) {
      uses.computeIfAbsent(key.strip(), k -> new int[Quality.values().length])[
          provenance.quality().ordinal()]++;
    }
  }

  void write(Html html) {
    html.raw("<h2 id='sources'>").raw(Html.escape(page.say("sources"))).raw("</h2>\n");
    html.element("p", page.say("sources.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("sources.key"),
                page.say("sources.title"),
                page.say("sources.year"),
                page.say("sources.where"),
                page.say("sources.figures")));
    Map<String, Reference> known = new HashMap<>();
    page.result.study().evidence().references().forEach(r -> known.put(r.key(), r));
    List<String> keys = new ArrayList<>(uses.keySet());
    keys.sort(
        Comparator.comparingInt(
                (String k) -> -Arrays.stream(uses.getOrDefault(k, new int[0])).sum())
            .thenComparing(k -> k));
    for (String key : keys) {
      Reference r = known.get(key);
      if (r == null) {
        continue;
      }
      table.row(
          List.of(
              Html.escape(key),
              Html.escape(r.title() + (r.publisher().isEmpty() ? "" : " · " + r.publisher())),
              Html.escape(r.year()),
              Html.escape(r.url()),
              marks(key)));
    }
    if (!table.isEmpty()) {
      html.raw("<div class='printed sources'>");
      html.raw(table.folded(page, "references.csv")).raw("</div>\n");
    }
    int[] none = uses.getOrDefault("", new int[Quality.values().length]);
    html.element("p", page.say("sources.none", Arrays.stream(none).sum()));
  }

  private String marks(String key) {
    StringBuilder html = new StringBuilder();
    int[] counts = uses.getOrDefault(key, new int[Quality.values().length]);
    for (Quality quality : Quality.values()) {
      if (counts[quality.ordinal()] > 0) {
        html.append("<span style='white-space:nowrap'>").append(page.mark(quality));
        html.append(counts[quality.ordinal()]).append("</span> ");
      }
    }
    return html.toString();
  }
}
