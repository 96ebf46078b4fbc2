package org.tonle.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonle.load.ServiceShares;
import org.tonle.load.service.Excreta;
import org.tonle.model.Published;
import org.tonle.model.Reference;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;
import org.tonle.tell.ServiceWords;

/// Service tables: where excreta go, step by step, and the shares of people as computed and as
/// published.
final class ServiceTables {
  private final Page page;
  private final ServiceShares shares;

  ServiceTables(Page page) {
    this.page = page;
    shares = ServiceShares.of(page.result.loads());
  }

  void write(Html html) {
    new ServiceWords(page.words, page.result).sentences().forEach(s -> html.element("p", s));
    excreta(html);
    published(html);
  }

  private void excreta(Html html) {
    Excreta flow = shares.excreta();
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("excreta.way"),
                "#" + page.say("people"),
                "#" + page.say("share"),
                "#" + page.say("excreta.delivered"),
                "#" + page.say("excreta.treated"),
                "#" + page.say("excreta.lost")));
    away(table, "sewage", flow.sewage());
    away(table, "sludge", flow.sludge());
    stays(table, "contained", flow.contained());
    stays(table, "drains", flow.drains());
    stays(table, "open", flow.open());
    stays(table, "not_said", flow.notSaid());
    html.element("h3", page.say("excreta", Figures.percent(safe(flow))));
    html.raw(table.toString());
  }

  private static double safe(Excreta flow) {
    return (flow.treated() + flow.contained()) / flow.people();
  }

  private void away(HtmlTable table, String way, Excreta.Flow flow) {
    table.row(
        List.of(
            Html.escape(page.say("excreta." + way)),
            Figures.three(flow.taken()),
            Figures.percent(flow.taken() / shares.excreta().people()),
            Figures.three(flow.delivered()),
            Figures.three(flow.treated()),
            Figures.three(flow.lostOnTheWay() + flow.lostAtPlant())));
  }

  private void stays(HtmlTable table, String way, double people) {
    table.row(
        List.of(
            Html.escape(page.say("excreta." + way)),
            Figures.three(people),
            Figures.percent(people / shares.excreta().people()),
            "",
            "",
            ""));
  }

  private void published(Html html) {
    List<Published> published = page.result.study().evidence().published();
    if (published.isEmpty()) {
      return;
    }
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("published.figure"),
                "#" + page.say("published.computed"),
                "#" + page.say("published.published"),
                "#" + page.say("published.year"),
                page.say("published.reference")));
    for (Published one : published) {
      table.row(
          List.of(
              Html.escape(page.say("published." + one.figure().id())),
              ServiceWords.percent(shares.of(one.figure())),
              page.mark(one.provenance().quality()) + ServiceWords.percent(one.share()),
              Integer.toString(one.year()),
              Html.escape(publisher(one.provenance().reference()))));
    }
    html.element("h3", page.say("published")).raw(table.folded(page, "service_figures.csv", 12));
  }

  /// Who published what keys of references name; a key that the study does not explain stays.
  private String publisher(String keys) {
    Map<String, String> known = new HashMap<>();
    for (Reference r : page.result.study().evidence().references()) {
      known.put(r.key(), r.publisher().isEmpty() ? r.title() : r.publisher());
    }
    return Arrays.stream(keys.split(";", -1))
        .map(String::strip)
        .map(key -> known.getOrDefault(key, key))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
