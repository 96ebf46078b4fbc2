package org.tonle.folder.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Entry;
import org.tonle.model.Keeping;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Sewershed;
import org.tonle.model.Source;

/// Builder of towns, of the sewersheds that some are divided into, and of the paths of their people
/// (docs/theory/loads.md). People of a divided town outside its sewersheds are one more, its rest.
final class TownBuilder {
  private static final Entry NOWHERE = Entry.atNode("");

  private final Sheets sheets;
  private final Entries entries;
  private final Map<String, List<Source.Town>> partsOf = new HashMap<>();
  private final List<Source.Town> towns = new ArrayList<>();

  TownBuilder(Sheets sheets, Entries entries) {
    this.sheets = sheets;
    this.entries = entries;
    Map<String, List<Row>> rowsOf = new HashMap<>();
    for (Row row : sheets.rows(Schema.SEWERSHEDS)) {
      rowsOf.computeIfAbsent(row.text("town"), t -> new ArrayList<>()).add(row);
    }
    for (Row row : sheets.rows(Schema.TOWNS)) {
      Source.Town town = town(row);
      List<Row> own = rowsOf.getOrDefault(town.id(), List.of());
      List<Source.Town> parts = own.isEmpty() ? List.of(town) : parts(town, own);
      partsOf.put(town.id(), parts);
      towns.addAll(parts);
    }
  }

  /// Towns, each divided one as its sewersheds.
  List<Source.Town> towns() {
    return towns;
  }

  /// Ids of the sources that an id means: the sewersheds of a divided town, else itself.
  List<String> meant(String source) {
    List<Source.Town> parts = partsOf.getOrDefault(source, List.of());
    return parts.isEmpty() ? List.of(source) : parts.stream().map(Source.Town::id).toList();
  }

  private Source.Town town(Row row) {
    return new Source.Town(
        row.text("town"),
        row.names(),
        row.text("unit"),
        entries.of(row, NOWHERE),
        row.text("kind"),
        row.number("population"),
        (int) row.number("base_year"),
        row.number("growth_percent_per_a", 0) / 100,
        row.number("wastewater_l_per_d", 0),
        new Source.Site(row.number("lon", 0), row.number("lat", 0)),
        row.provenance(),
        Optional.empty());
  }

  private List<Source.Town> parts(Source.Town town, List<Row> rows) {
    List<Source.Town> parts = new ArrayList<>();
    double left = town.population();
    for (Row row : rows) {
      double people = row.number("people");
      left -= people;
      Sewershed part =
          new Sewershed(town.id(), town.names(), row.flag("combined"), row.text("retention"));
      String id = row.text("sewershed");
      Names names = named(row.names(), town.names(), id);
      parts.add(part(town, id, names, entries.of(row, NOWHERE), people, row.provenance(), part));
    }
    if (left > Sewershed.rounding(rows.size())) {
      Sewershed rest = new Sewershed(town.id(), town.names(), false, "");
      String id = Sewershed.restOf(town.id());
      Names names = restOf(town.names());
      parts.add(part(town, id, names, town.entry(), left, town.provenance(), rest));
    }
    return parts;
  }

  /// Names of a sewershed: its own, else the town's with the sewershed's id.
  private static Names named(Names own, Names town, String id) {
    return own.en().isEmpty() && own.zh().isEmpty() && own.km().isEmpty()
        ? new Names(
            with(town.en(), ", " + id), with(town.zh(), " " + id), with(town.km(), " " + id))
        : own;
  }

  private static Names restOf(Names town) {
    return new Names(
        with(town.en(), ", rest"), with(town.zh(), "其余"), with(town.km(), " ផ្នែកនៅសល់"));
  }

  private static String with(String name, String more) {
    return name.isEmpty() ? "" : name + more;
  }

  private static Source.Town part(
      Source.Town town,
      String id,
      Names names,
      Entry entry,
      double people,
      Provenance provenance,
      Sewershed part) {
    return new Source.Town(
        id,
        names,
        town.unit(),
        entry,
        town.kind(),
        people,
        town.baseYear(),
        town.growth_per_a(),
        town.wastewater_l_per_d(),
        town.site(),
        provenance,
        Optional.of(part));
  }

  /// Paths of all sewersheds. A row of the whole town holds for those without rows of their own.
  List<Sanitation> sanitation() {
    Map<String, Source.Town> byId = new HashMap<>();
    towns.forEach(t -> byId.put(t.id(), t));
    Set<String> hasOwn = new HashSet<>();
    sheets.rows(Schema.SANITATION).forEach(r -> hasOwn.add(r.text("sewershed")));
    List<Sanitation> found = new ArrayList<>();
    for (Row row : sheets.rows(Schema.SANITATION)) {
      Source.Town own = byId.get(row.text("sewershed"));
      if (own != null) {
        found.add(path(row, own, true));
        continue;
      }
      for (Source.Town part : partsOf.getOrDefault(row.text("town"), List.of())) {
        if (!hasOwn.contains(part.id())) {
          boolean isListed = sheets.ids(Schema.SEWERSHEDS).contains(part.id());
          found.add(path(row, part, !isListed));
        }
      }
    }
    found.sort(
        Comparator.comparing(Sanitation::sewershed)
            .thenComparing(Sanitation::path)
            .thenComparing(Sanitation::plant)
            .thenComparing(s -> s.entry().id())
            .thenComparing(Sanitation::retention));
    return found;
  }

  /// @param isOwn whether the row is the sewershed's own or its town's rest, so that its place is
  ///   meant
  private Sanitation path(Row row, Source.Town of, boolean isOwn) {
    Sanitation.Path path =
        Sanitation.Path.valueOf(row.text("path").toUpperCase(java.util.Locale.ROOT));
    return new Sanitation(
        of.id(),
        path,
        row.number("share"),
        row.text("plant"),
        isOwn ? entries.of(row, of.entry()) : of.entry(),
        retention(row, of, path, isOwn),
        row.provenance(),
        new Keeping(
            row.optional("contained"),
            row.optional("emptied"),
            row.optional("drains"),
            row.number("shared", 0)));
  }

  /// Sewers carry wastewater by the way of their sewershed, whatever a row of the whole town says;
  /// what goes into the ground is kept there first.
  private static String retention(Row row, Source.Town of, Sanitation.Path path, boolean isOwn) {
    String said = row.text("retention");
    boolean isSewer = path.category() == Sanitation.Path.SEWER.category();
    if (of.retention().isEmpty() || (isOwn && !said.isEmpty())) {
      return said;
    }
    return isSewer || said.isEmpty() ? of.retention() : said;
  }
}
