package org.tonle.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tonle.convert.Convert;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Quality;
import org.tonle.model.Season;
import org.tonle.model.Unit;
import org.tonle.run.Result;

/// Load sheets: loads by term, unit and category; services and excreta flows; outfalls.
final class LoadSheets {
  private final Result result;
  private final Map<String, Constituent> constituents = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final double[] seasonShare;

  LoadSheets(Result result) {
    this.result = result;
    result.study().chemistry().constituents().forEach(c -> constituents.put(c.id(), c));
    result.study().emissions().names().forEach((id, n) -> names.put(id, n.en()));
    for (Unit unit : result.study().emissions().units()) {
      names.put(unit.id(), unit.names().en());
    }
    List<Season> seasons = result.study().waterways().seasons();
    double year = seasons.stream().mapToDouble(Season::duration_d).sum();
    seasonShare = seasons.stream().mapToDouble(s -> s.duration_d() / year).toArray();
  }

  List<ResultSheet> sheets() {
    ServiceSheets people = new ServiceSheets(result, names);
    return List.of(
        terms(),
        sums("loads_by_unit.csv", "loads by unit and category", "unit", LoadTerm::unit),
        sums("loads_by_source.csv", "loads by source", "source", LoadTerm::source),
        people.services(),
        people.excreta(),
        people.figures(),
        new OutfallSheet(result).sheet());
  }

  /// Converts a load to t/a; for bacteria to 10^12 counts a year.
  private double perYear(String constituent, double g_per_s) {
    Constituent of = constituents.get(constituent);
    double tonnes = Convert.tonnesPerYearFromGramsPerSecond(g_per_s);
    return of != null && of.unit().counts() ? tonnes / 1e6 : tonnes;
  }

  private double delivered(LoadTerm term) {
    double sum = 0;
    for (int s = 0; s < seasonShare.length; s++) {
      sum += seasonShare[s] * term.delivered_g_per_s().get(s);
    }
    return sum;
  }

  private ResultSheet terms() {
    ResultSheet sheet =
        new ResultSheet(
            "loads.csv",
            "every load on its path: generated = removed + retained + delivered; BOD as 5-day;"
                + " bacteria in 10^12 counts a year",
            "source",
            "name",
            "category",
            "unit",
            "path",
            "enters_at",
            "constituent",
            "generated_t_per_a",
            "removed_t_per_a",
            "retained_t_per_a",
            "delivered_t_per_a",
            "passing",
            "quality");
    return sheet.of(() -> result.loads().terms().stream().map(this::term));
  }

  private Object[] term(LoadTerm term) {
    String c = term.constituent();
    return new Object[] {
      term.source(),
      names.getOrDefault(term.source(), ""),
      term.category().id(),
      term.unit(),
      term.path(),
      term.entry().id(),
      c,
      perYear(c, term.generated_g_per_s()),
      perYear(c, term.removed_g_per_s()),
      perYear(c, term.retained_g_per_s()),
      perYear(c, delivered(term)),
      term.passing().share(),
      term.quality().name().toLowerCase(java.util.Locale.ROOT)
    };
  }

  private ResultSheet sums(
      String file, String meaning, String first, Function<LoadTerm, String> key) {
    ResultSheet sheet =
        new ResultSheet(
            file,
            meaning + "; BOD as 5-day; bacteria in 10^12 counts a year",
            first,
            "name",
            "category",
            "constituent",
            "generated_t_per_a",
            "delivered_t_per_a",
            "quality");
    Map<List<String>, double[]> sums = new TreeMap<>((a, b) -> compare(a, b));
    Map<List<String>, Quality> weakest = new HashMap<>();
    for (LoadTerm term : result.loads().terms()) {
      List<String> at = List.of(key.apply(term), term.category().id(), term.constituent());
      double[] sum = sums.computeIfAbsent(at, k -> new double[2]);
      sum[0] += perYear(term.constituent(), term.generated_g_per_s());
      sum[1] += perYear(term.constituent(), delivered(term));
      weakest.merge(at, term.quality(), Quality::weaker);
    }
    sums.forEach(
        (at, sum) ->
            sheet.add(
                at.get(0),
                names.getOrDefault(at.get(0), ""),
                at.get(1),
                at.get(2),
                sum[0],
                sum[1],
                weakest
                    .getOrDefault(at, Quality.ESTIMATE)
                    .name()
                    .toLowerCase(java.util.Locale.ROOT)));
    return sheet;
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
