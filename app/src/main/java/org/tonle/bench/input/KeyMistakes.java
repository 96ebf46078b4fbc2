package org.tonle.bench.input;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonle.bench.input.Damage.Spot;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;

/// Mistakes in words that link rows: keys, ids, scopes, fixed words.
final class KeyMistakes {
  static final List<Mistake> ALL =
      List.of(
          new Mistake("S1", "key_misspelt", KeyMistakes::misspelt),
          new Mistake("S1", "reference_misspelt", KeyMistakes::referenceMisspelt),
          new Mistake("S1", "fixed_word_misspelt", KeyMistakes::choiceMisspelt),
          new Mistake("S2", "key_of_another_kind", KeyMistakes::anotherKind),
          new Mistake("S4", "plant_left_out", KeyMistakes::plantLeftOut),
          new Mistake("S4", "plant_not_operating", KeyMistakes::idle),
          new Mistake("S5", "scope_misspelt", KeyMistakes::scope),
          new Mistake("S10", "id_confused", KeyMistakes::idConfused),
          new Mistake("S10", "reference_confused", KeyMistakes::referenceConfused),
          new Mistake("S10", "row_under_confused_id", KeyMistakes::rowUnderConfusedId),
          new Mistake("S13", "key_emptied", KeyMistakes::emptied),
          new Mistake("S25", "retention_left_out", KeyMistakes::retentionLeftOut),
          new Mistake("B10", "statistic_of_the_law", KeyMistakes::statistic));

  private KeyMistakes() {}

  private static boolean isText(Column c) {
    return c.type() == Column.Type.TEXT && !StudyText.isProse(c) && !c.name().equals("unit");
  }

  private static Optional<Damage> misspelt(StudyText study, Lots lots) {
    return study
        .cell(lots, KeyMistakes::isText, study::isLink)
        .flatMap(c -> misspell(study, c, lots));
  }

  private static Optional<Damage> referenceMisspelt(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.type() == Column.Type.REFERENCE && !c.name().equals("reference"),
            c -> true)
        .flatMap(c -> misspell(study, c, lots));
  }

  private static Optional<Damage> choiceMisspelt(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.type() == Column.Type.CHOICE && !StudyText.isProse(c), c -> true)
        .flatMap(c -> misspell(study, c, lots));
  }

  private static Optional<Damage> misspell(StudyText study, CellAt cell, Lots lots) {
    String word = Slips.misspelt(cell.text(), lots);
    boolean isNew = !word.isBlank() && !study.knows(word) && !word.equals(cell.text());
    return isNew ? Optional.of(cell.to(word)) : Optional.empty();
  }

  /// A key that is known, but as a key of something else: "pit" as a technology.
  private static Optional<Damage> anotherKind(StudyText study, Lots lots) {
    Optional<CellAt> cell =
        study.cell(
            lots,
            KeyMistakes::isText,
            c -> study.isLink(c) && !c.table().file().equals(Schema.UNCERTAINTY));
    Optional<CellAt> other =
        study.cell(lots, c -> c.name().equals("key") || c.name().equals("kind"), c -> true);
    if (cell.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    String word = other.get().text();
    List<String> own =
        cell.get().table().rows().stream().map(r -> r[cell.get().at()]).distinct().toList();
    boolean isForeign = !own.contains(word) && !cell.get().name().equals("key");
    return isForeign ? Optional.of(cell.get().to(word)) : Optional.empty();
  }

  private static Optional<Damage> plantLeftOut(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.name().equals("plant"), c -> c.table().file().equals(Schema.SANITATION))
        .map(c -> c.to(""));
  }

  /// A plant that does not operate where people are led to it.
  private static Optional<Damage> idle(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.name().equals("status"), c -> c.text().equals("operating"))
        .map(
            c ->
                c.to(lots.pick("planned", "closed", "under_construction", "规划"))
                    .also(
                        new Spot(Schema.SANITATION, 0, "plant"),
                        new Spot(Schema.INDUSTRY, 0, "plant")));
  }

  private static Optional<Damage> retentionLeftOut(StudyText study, Lots lots) {
    return study.cell(lots, c -> c.name().equals("retention"), c -> true).map(c -> c.to(""));
  }

  private static Optional<Damage> scope(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.name().equals("scope") || c.name().equals("group"), c -> true)
        .flatMap(
            c -> {
              String word =
                  lots.pick(
                      Slips.misspelt(c.text(), lots),
                      c.text() + "s",
                      c.text().toUpperCase(Locale.ROOT) + " ",
                      c.text().substring(0, c.text().length() - 1));
              boolean isNew =
                  !study.knows(word.strip()) && !word.strip().equalsIgnoreCase(c.text());
              return isNew ? Optional.of(c.to(word)) : Optional.empty();
            });
  }

  private static Optional<Damage> idConfused(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.type() == Column.Type.ID, study::isLink)
        .flatMap(c -> confuse(c, lots));
  }

  private static Optional<Damage> referenceConfused(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> (c.type() == Column.Type.REFERENCE && !c.name().equals("reference")) || isText(c),
            c -> c.column().type() == Column.Type.REFERENCE || study.isLink(c))
        .flatMap(c -> confuse(c, lots));
  }

  private static Optional<Damage> confuse(CellAt cell, Lots lots) {
    String like = Slips.lookAlike(cell.text(), lots);
    return like.equals(cell.text()) ? Optional.empty() : Optional.of(cell.to(like));
  }

  /// A row once more under an id that looks like its own.
  private static Optional<Damage> rowUnderConfusedId(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.type() == Column.Type.ID,
            c -> c.table().table().key().equals(List.of(c.name())))
        .flatMap(
            c -> {
              String like = Slips.lookAlike(c.text(), lots);
              if (like.equals(c.text())) {
                return Optional.empty();
              }
              String[] row = c.table().rows().get(c.row()).clone();
              row[c.at()] = like;
              return Optional.of(
                  Damage.row(c.table(), row)
                      .also(new Spot(c.table().file(), c.row() + 1, c.name())));
            });
  }

  /// A word emptied where most rows have one, as under a merged cell; an empty scope means all.
  private static Optional<Damage> emptied(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> (c.type() == Column.Type.REFERENCE && !c.name().equals("reference")) || isText(c),
            c -> c.row() > 1 && !c.name().equals("scope") && isFilled(c))
        .map(c -> c.to(""));
  }

  private static boolean isFilled(CellAt cell) {
    List<String[]> rows = cell.table().rows();
    long filled =
        rows.stream().skip(1).filter(r -> cell.at() < r.length && !r[cell.at()].isEmpty()).count();
    return filled > 2 && 2 * filled >= rows.size() - 1;
  }

  /// Slips for statistics that laws use and the schema may not know.
  private static Optional<Damage> statistic(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.name().equals("statistic"), c -> true)
        .map(
            c ->
                c.to(
                    lots.pick(
                        "annual mean",
                        "yearly average",
                        "p75",
                        "90 percentile",
                        "saturation",
                        "dry season mean",
                        "median of the year",
                        "年平均值",
                        "មធ្យមប្រចាំឆ្នាំ")));
  }
}
