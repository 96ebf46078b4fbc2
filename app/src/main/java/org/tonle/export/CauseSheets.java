package org.tonle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.i18n.Words;

/// Cause sheets: contributions as a table, with a row for each group and for the total.
final class CauseSheets {
  static final String CONTRIBUTIONS = "contributions.csv";

  private final Answers findings;
  private final CauseNames names;

  CauseSheets(Answers findings) {
    this.findings = findings;
    names = new CauseNames(findings.result().study());
  }

  List<ResultSheet> sheets() {
    return List.of(contributions());
  }

  private ResultSheet contributions() {
    ResultSheet sheet =
        new ResultSheet(
            CONTRIBUTIONS,
            "contributions to a concentration; for oxygen, to the deficit below saturation",
            "kind",
            "place",
            "season",
            "constituent",
            "by",
            "key",
            "name",
            "central",
            "mean",
            "p5",
            "p50",
            "p95",
            "share",
            "unit_of_concentration");
    return sheet.of(() -> findings.tabled().stream().flatMap(one -> rows(one).stream()));
  }

  private List<Object[]> rows(Apportionment one) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(row(one, "total", "", one.all()));
    for (Grouping grouping : Grouping.values()) {
      for (Contribution part : one.by(grouping)) {
        String name = names.of(grouping, part.key(), Words.in("en"));
        rows.add(row(one, grouping.id(), name, part));
      }
    }
    return rows;
  }

  private static Object[] row(Apportionment one, String by, String name, Contribution part) {
    return new Object[] {
      one.place().kind().name().toLowerCase(Locale.ROOT),
      one.place().id(),
      one.season(),
      one.constituent().id(),
      by,
      part.key(),
      name,
      part.central(),
      part.mean(),
      part.p5(),
      part.p50(),
      part.p95(),
      part.share(),
      one.constituent().unit().symbol()
    };
  }
}
