package org.tonle.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonle.load.ServiceShares;
import org.tonle.load.service.Excreta;
import org.tonle.load.service.Service;
import org.tonle.model.Published;
import org.tonle.run.Result;

/// Service sheets: people by path, where their excreta go, and the computed shares beside the
/// published ones.
final class ServiceSheets {
  private final Result result;
  private final Map<String, String> names;

  /// @param names of towns and sewersheds, in English
  ServiceSheets(Result result, Map<String, String> names) {
    this.result = result;
    this.names = names;
  }

  ResultSheet services() {
    ResultSheet sheet =
        new ResultSheet(
            "services.csv",
            "people by sanitation path, their wastewater, and how many have safely managed"
                + " sanitation: by the path alone, and by JMP's rules",
            "town",
            "sewershed",
            "name",
            "unit",
            "path",
            "people",
            "wastewater_m3_per_d",
            "treated_m3_per_d",
            "safely_managed_people",
            "safely_managed_jmp_people",
            "shared_people");
    for (Service service : result.loads().services()) {
      sheet.add(
          service.town(),
          service.sewershed(),
          names.getOrDefault(service.sewershed(), ""),
          service.unit(),
          service.path().id(),
          service.people(),
          service.wastewater_m3_per_d(),
          service.treated_m3_per_d(),
          service.safelyManaged(),
          service.strictlySafe().total(),
          service.excreta().shared());
    }
    return sheet;
  }

  ResultSheet excreta() {
    ResultSheet sheet =
        new ResultSheet(
            "excreta.csv",
            "excreta flow, in people: sewage and sludge taken away, contained, drains, open and not"
                + " said add up to all people; the last row is the whole study",
            "level",
            "town",
            "sewershed",
            "name",
            "unit",
            "people",
            "sewage_taken",
            "sewage_delivered",
            "sewage_treated",
            "sludge_taken",
            "sludge_delivered",
            "sludge_treated",
            "contained",
            "drains",
            "open",
            "not_said",
            "lost_on_the_way",
            "lost_at_plant",
            "treated_or_contained");
    Map<String, Service> first = new LinkedHashMap<>();
    Map<String, Excreta> sums = new LinkedHashMap<>();
    for (Service service : result.loads().services()) {
      first.putIfAbsent(service.sewershed(), service);
      sums.merge(service.sewershed(), service.excreta(), Excreta::plus);
    }
    first.forEach(
        (id, of) ->
            row(
                sheet,
                List.of("sewershed", of.town(), id, names.getOrDefault(id, ""), of.unit()),
                sums.getOrDefault(id, Excreta.NOBODY)));
    if (!sums.isEmpty()) {
      row(
          sheet,
          List.of("study", "", "", result.study().title().en(), ""),
          ServiceShares.of(result.loads()).excreta());
    }
    return sheet;
  }

  private static void row(ResultSheet sheet, List<String> of, Excreta flow) {
    sheet.add(
        of.get(0),
        of.get(1),
        of.get(2),
        of.get(3),
        of.get(4),
        flow.people(),
        flow.sewage().taken(),
        flow.sewage().delivered(),
        flow.sewage().treated(),
        flow.sludge().taken(),
        flow.sludge().delivered(),
        flow.sludge().treated(),
        flow.contained(),
        flow.drains(),
        flow.open(),
        flow.notSaid(),
        flow.sewage().lostOnTheWay() + flow.sludge().lostOnTheWay(),
        flow.sewage().lostAtPlant() + flow.sludge().lostAtPlant(),
        flow.treated() + flow.contained());
  }

  ResultSheet figures() {
    ResultSheet sheet =
        new ResultSheet(
            "service_figures.csv",
            "shares of all people as computed and as published; the first row is the reading by the"
                + " path alone, the others follow JMP's rules",
            "figure",
            "computed_share",
            "published_share",
            "published_year",
            "reference",
            "quality");
    if (result.loads().services().isEmpty()) {
      return sheet;
    }
    ServiceShares shares = ServiceShares.of(result.loads());
    double byPath = result.loads().safelyManagedShare();
    sheet.add("safely_managed_by_path", byPath, Double.NaN, Double.NaN, "", "");
    List<Published> published = result.study().evidence().published();
    for (Published.Figure figure : Published.Figure.values()) {
      List<Published> own = published.stream().filter(p -> p.figure() == figure).toList();
      if (own.isEmpty()) {
        sheet.add(figure.id(), shares.of(figure), Double.NaN, Double.NaN, "", "");
      }
      for (Published one : own) {
        sheet.add(
            figure.id(),
            shares.of(figure),
            one.share(),
            one.year(),
            one.provenance().reference(),
            one.provenance().quality().name().toLowerCase(Locale.ROOT));
      }
    }
    return sheet;
  }
}
