package org.tonle.report;

import java.util.List;
import java.util.Locale;
import org.tonle.assess.agreement.Agreement;
import org.tonle.assess.agreement.Agreements;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.HtmlTable;
import org.tonle.report.page.Page;

/// Agreement table: all measures of agreement together, with fit and check sets apart.
final class AgreementTable {
  private final Page page;

  AgreementTable(Page page) {
    this.page = page;
  }

  void write(Html html) {
    html.element("h3", page.say("agreement")).element("p", page.say("agreement.sub"));
    HtmlTable table =
        new HtmlTable(
            List.of(
                page.say("constituent"),
                page.say("agreement.set"),
                "#" + page.say("agreement.pairs"),
                "#" + page.say("agreement.bias"),
                "#RMSE",
                "#R²",
                "#NSE",
                "#KGE",
                "#PBIAS",
                "#" + page.say("agreement.coverage"),
                page.say("agreement.grade")));
    for (Agreements.Row row : page.result.agreement()) {
      Agreement a = row.agreement();
      String grade = page.say("grade." + row.grade().name().toLowerCase(Locale.ROOT));
      table.row(
          List.of(
              Html.escape(row.constituent()),
              Html.escape(page.say("set." + row.use().name().toLowerCase(Locale.ROOT))),
              a.count() + (row.bounds() > 0 ? " + " + row.bounds() : ""),
              Figures.two(a.bias()),
              Figures.two(a.rmse()),
              Figures.two(a.r2()),
              Figures.two(a.nse()),
              Figures.two(a.kge()),
              Double.isNaN(a.percentBias()) ? "–" : Figures.percent(a.percentBias() / 100),
              Double.isNaN(a.covered()) ? "–" : Figures.percent(a.covered()),
              Html.escape(grade)));
    }
    html.raw(table.toString());
    new PermittedUse(page).write(html);
    new AgreementGoals(page).write(html);
  }
}
