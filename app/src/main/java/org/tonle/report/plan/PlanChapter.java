package org.tonle.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.export.plan.SavedPlan;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;
import org.tonle.report.page.Page;
import org.tonle.report.picture.MapPicture;

/// Plan chapter: what the plan costs and achieves, in the order in which a governor asks: how much,
/// what where and when, what each sum buys, what changes in the rivers, what is certain.
public final class PlanChapter {
  private final PlanPage of;
  private final MapPicture map;

  public PlanChapter(Page page, MapPicture map, SavedPlan plan) {
    of = new PlanPage(page, plan);
    this.map = map;
  }

  public void write(Html html) {
    html.raw("<h2 id='plan'>").raw(Html.escape(of.say("title"))).raw("</h2>\n");
    if (of.plan.isChanged()) {
      html.element("p class='sure'", of.say("changed"));
    }
    otherLaw().forEach(note -> html.element("p class='sure'", note));
    html.element("p class='lead'", of.page.sentences(List.of(finding(), proof())));
    notes().forEach(note -> html.element("p", note));
    if (of.plan.works().isEmpty()) {
      return;
    }
    numbers(html);
    PlanWorks works = new PlanWorks(of, map);
    works.picture(html);
    PlanMoney money = new PlanMoney(of);
    money.write(html);
    new PlanWaters(of, map).write(html);
    works.provinces(html);
    new PlanLists(of).write(html);
    works.table(html);
    new PlanGrounds(of).write(html);
  }

  /// A sentence where the plan keeps the limits of another law than the one the report judges by.
  private List<String> otherLaw() {
    String own = of.page.result.study().settings().judging().mainStandard();
    String law = of.plan.headline().law();
    return law.isEmpty() || law.equals(own)
        ? List.of()
        : List.of(of.say("other_law", of.page.law(law), of.page.law(own)));
  }

  private String finding() {
    SavedPlan.Headline head = of.plan.headline();
    List<SavedPlan.LimitState> planned =
        of.plan.limits().stream().filter(SavedPlan.LimitState::isPlanned).toList();
    if (of.plan.works().isEmpty()) {
      return of.say("finding.none", PlanPage.of100(head.confidence()));
    }
    long kept = planned.stream().filter(SavedPlan.LimitState::holds).count();
    boolean isLeast = head.goal().equals("least_cost");
    return of.say(
        isLeast ? "finding" : "finding.most",
        of.money(head.cost_usd()),
        head.horizon_a(),
        head.priceYear(),
        kept,
        isLeast ? planned.size() : planned.size() + count("given_up"),
        PlanPage.of100(head.confidence()));
  }

  private long count(String reach) {
    return of.plan.limits().stream().filter(l -> l.reach().equals(reach)).count();
  }

  /// How near to the cheapest the plan is proven to be.
  private String proof() {
    SavedPlan.Headline head = of.plan.headline();
    if (of.plan.works().isEmpty()) {
      return "";
    }
    if (Double.isNaN(head.gap())) {
      return of.say("proof.none");
    }
    String percent = Figures.two(StrictMath.max(0.1, 100 * head.gap()));
    return of.say(head.goal().equals("least_cost") ? "proof" : "proof.most", percent);
  }

  /// What the plan leaves undone, and why.
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    Map<String, Long> counts = new TreeMap<>();
    of.plan.limits().forEach(l -> counts.merge(l.reach(), 1L, Long::sum));
    for (String reach : List.of("given_up", "none_found", "beyond_works", "beyond_sources")) {
      long found = counts.getOrDefault(reach, 0L);
      if (found > 0) {
        notes.add(of.say("note." + reach, found));
      }
    }
    List<SavedPlan.LimitState> less =
        of.plan.limits().stream().filter(l -> l.isPlanned() && !l.holds()).toList();
    if (!less.isEmpty()) {
      long met = less.stream().filter(SavedPlan.LimitState::isMet).count();
      double least = less.stream().mapToDouble(SavedPlan.LimitState::after).min().orElse(0);
      notes.addFirst(
          met == 0
              ? of.say("note.less.none", less.size(), PlanPage.of100(least))
              : of.say("note.less", less.size(), met, PlanPage.of100(least)));
    }
    return notes;
  }

  private void numbers(Html html) {
    double capital_usd = 0;
    double running_usd = 0;
    double people = 0;
    for (SavedPlan.Work work : of.plan.works()) {
      capital_usd += work.money().capital_usd();
      running_usd += work.money().running_usd_per_a();
      people += work.people().all();
    }
    double per = Double.parseDouble(of.page.say("people.per"));
    html.raw("<div class='numbers'>");
    number(html, of.money(capital_usd), of.say("number.capital", of.plan.works().size()));
    number(html, of.money(running_usd), of.say("number.running"));
    if (people > 0) {
      String shown =
          people < per
              ? Figures.two(people)
              : of.page.say("people.count", Figures.two(people / per));
      number(html, shown, of.say("number.people"));
      number(html, of.money(capital_usd / people), of.say("number.per_person"));
    }
    html.raw("</div>\n");
  }

  private static void number(Html html, String figure, String words) {
    html.raw("<div>").element("strong", figure).element("small", words).raw("</div>");
  }
}
