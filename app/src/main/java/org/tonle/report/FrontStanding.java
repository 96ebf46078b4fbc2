package org.tonle.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.model.Constituent;
import org.tonle.report.page.Page;

/// Front standing: how the limits of the main law stand, where the front page has no length of
/// river to tell.
final class FrontStanding {
  private final Page page;
  private final List<Verdict> required;
  private final List<Verdict> broken;

  FrontStanding(Page page) {
    this.page = page;
    required = page.result.judged().verdicts().stream().filter(Verdict::required).toList();
    broken = required.stream().filter(v -> v.outcome() == Verdict.Outcome.BREACHED).toList();
  }

  /// The breaches that works can mend as one number, where no length of river tells of them: those
  /// of lakes, and those of nearly all rivers. Empty without a breach.
  Optional<String> breaches() {
    long places = broken.stream().map(Verdict::place).distinct().count();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(page.say("front.finding.limits", broken.size(), places));
  }

  /// How the limits of the main law stand where no length of river is over them.
  String lead(String law, String rivers) {
    if (!broken.isEmpty()) {
      return page.say("front.lead.most", law, rivers);
    }
    if (required.isEmpty()) {
      return page.say("front.lead.unjudged", law);
    }
    long met = with(Verdict.Outcome.MET);
    long open = with(Verdict.Outcome.NOT_KNOWN) + with(Verdict.Outcome.NEEDS_MORE_DRAWS);
    return open == 0
        ? page.say("front.lead.kept", law, required.size(), met)
        : page.say("front.lead.met", law, required.size(), met, open);
  }

  private long with(Verdict.Outcome outcome) {
    return required.stream().filter(v -> v.outcome() == outcome).count();
  }

  /// The limits of the main law that a legend prints: "BOD ≤ 10 mg/L".
  String limits() {
    Set<String> found = new LinkedHashSet<>();
    for (Verdict v : required) {
      if (v.place().kind() == Place.Kind.REACH) {
        Constituent of =
            page.constituents().stream()
                .filter(c -> c.id().equals(v.constituent()))
                .findFirst()
                .orElseThrow();
        found.add(
            page.say(
                v.limit().statistic().isMinimum() ? "front.limit.min" : "front.limit.max",
                page.constituent(of.id()),
                Page.limit(v),
                of.unit().symbol()));
      }
    }
    return String.join(page.say("list"), found);
  }
}
