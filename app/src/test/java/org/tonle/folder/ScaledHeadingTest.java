package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.SheetReader;
import org.tonle.problem.Problem;

/// FEATURE UNDER TEST: figures under a heading with a unit or scale of its own.
class ScaledHeadingTest {
  // file, needed columns, their cells, heading, cell, column, value by hand
  @ParameterizedTest(name = "{3} {4}")
  @CsvSource({
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', capacity (万m3/d), 0.5, capacity_m3_per_d, 5000",
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', capacity (1000 m3/d), 5, capacity_m3_per_d, 5000",
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', capacity [10³ m³/day], 5, capacity_m3_per_d, 5000",
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', Design capacity (MLD), 5, capacity_m3_per_d, 5000",
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', Capacity (L/s), 10, capacity_m3_per_d, 864",
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', Capacity (US MGD), 2, capacity_m3_per_d, 7570.823568",
    "plants.csv, 'plant,node,status,technology', 'P,A,operating,act', 处理能力（万吨/日）, 0.5, capacity_m3_per_d, 5000",
    "land.csv, 'land,node,land_use', 'R,A,rice', area (acres), 100, area_km2, 0.40468564224",
    "land.csv, 'land,node,land_use', 'R,A,rice', Area (ha), 250, area_km2, 2.5",
    "land.csv, 'land,node,land_use', 'R,A,rice', area (thousand ha), 2.5, area_km2, 25",
    "land.csv, 'land,node,land_use', 'R,A,rice', 面积 (亩), 1500, area_km2, 1",
    "land.csv, 'land,node,land_use', 'R,A,rice', 面积（万亩）, 0.15, area_km2, 1",
    "livestock.csv, 'livestock,node,animal', 'L,A,pigs', heads (thousand), 8, heads, 8000",
    "livestock.csv, 'livestock,node,animal', 'L,A,pigs', 存栏数（万头）, 0.8, heads, 8000",
    "towns.csv, 'town,node,kind,base_year', 'T,A,urban,2019', population (000), 60, population, 60000",
    "towns.csv, 'town,node,kind,base_year', 'T,A,urban,2019', Population (thousands), 60.5, population, 60500",
    "towns.csv, 'town,node,kind,base_year', 'T,A,urban,2019', 人口（千人）, 60, population, 60000",
    "towns.csv, 'town,node,kind,base_year', 'T,A,urban,2019', 人口（万人）, 6, population, 60000",
    "towns.csv, 'town,node,kind,base_year', 'T,A,urban,2019', population (million people), 0.06, population, 60000",
    "reaches.csv, 'reach,from_node,to_node', 'R,A,B', length (mi), 10, length_km, 16.09344",
    "reaches.csv, 'reach,from_node,to_node', 'R,A,B', length (m), 2500, length_km, 2.5"
  })
  void aKnownUnitIsRead(
      String file,
      String columns,
      String cells,
      String heading,
      String cell,
      String of,
      double value) {
    Table table = Schema.find(file).orElseThrow();
    Problems problems = new Problems();
    String text = columns + "," + heading + "\n" + cells + "," + cell + "\n";
    List<Row> rows = SheetReader.parse(text, table, problems).rows();
    assertEquals(value, rows.getFirst().number(of), 1e-12 * value, problems.all().toString());
    assertEquals(
        List.of("unit_converted"),
        problems.all().stream()
            .filter(p -> p.column().equals(heading))
            .map(Problem::code)
            .toList());
  }

  // A gallon of which country, millilitres or millions of litres: nobody knows.
  @ParameterizedTest
  @CsvSource({"Capacity (MGD)", "capacity (ml/d)", "capacity (m)", "capacity (x)", "capacity (万)"})
  void anUnknownUnitIsRefused(String heading) {
    Problems problems = new Problems();
    SheetReader.parse(
        "plant,node,status,technology," + heading + "\nP,A,operating,act,5\n",
        Schema.find(Schema.PLANTS).orElseThrow(),
        problems);
    assertEquals(
        List.of("other_unit"),
        problems.all().stream().filter(Problem::isError).map(Problem::code).toList());
  }
}
