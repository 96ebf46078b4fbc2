package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.model.Names;

/// The names that a study lacks go out as a sheet and come back filled.
class NameSheetTest {
  private static final Names NONE = Names.of("none");

  @TempDir Path folder;

  /// The tutorial study without the Chinese name of one town, and without any Khmer name of plants.
  private Path study() throws IOException {
    Path study = Folders.twoTowns(Files.createDirectory(folder.resolve("study")));
    Folders.edit(study, "towns.csv", t -> t.replace("上镇", ""));
    Folders.edit(
        study,
        "plants.csv",
        t ->
            t.replace(",name_km", "")
                .replace(",រោងចក្រប្រព្រឹត្តកម្មលើ", "")
                .replace(",រោងចក្រប្រព្រឹត្តកម្មក្រោម", ""));
    return study;
  }

  @Test
  void aSheetListsWhatIsMissingAndComesBack() throws IOException {
    Path study = study();
    List<NameSheet.Missing> missing = NameSheet.missing(StudyReader.read(study).inputs());
    List<String> ids = missing.stream().map(NameSheet.Missing::id).toList();
    assertTrue(ids.containsAll(List.of("T-UP", "WP", "WP2")), ids.toString());
    Path sheet = folder.resolve("names.csv");
    String text =
        NameSheet.csv(missing)
            .replace("towns.csv,T-UP,2,Upper Town,", "towns.csv,T-UP,2,Upper Town,上城")
            .replace("上镇污水处理厂,\n", "上镇污水处理厂,រោងចក្រថ្មី\n");
    Files.writeString(sheet, text + "towns.csv,T-NONE,9,None,无,\n");
    assertTrue(NameSheet.isSheet(sheet));
    Path copy = Files.createDirectory(folder.resolve("copy"));
    NameSheet.Filled filled = NameSheet.fill(study, sheet, copy);
    assertEquals(2, filled.filled());
    assertEquals(List.of("towns.csv T-NONE"), filled.unknown());
    var read = StudyReader.read(copy);
    var names = read.study().orElseThrow().emissions().names();
    assertEquals("上城", names.getOrDefault("T-UP", NONE).zh());
    assertEquals("រោងចក្រថ្មី", names.getOrDefault("WP", NONE).km());
    assertEquals("Upper Town", names.getOrDefault("T-UP", NONE).en());
    assertEquals(
        "",
        StudyReader.read(study)
            .study()
            .orElseThrow()
            .emissions()
            .names()
            .getOrDefault("WP", NONE)
            .km());
  }

  /// A spreadsheet with semicolons; a name that the study has stays.
  @Test
  void namesThatAStudyHasStay() throws IOException {
    Path study = study();
    Path sheet = folder.resolve("names.csv");
    Files.writeString(
        sheet,
        "table;id;row;name;name_zh;name_km\ntowns.csv;T-LOW;3;Lower Town;别名;\ntowns.csv;T-UP;2;Upper Town;上城;\n");
    Path copy = Files.createDirectory(folder.resolve("copy"));
    assertEquals(1, NameSheet.fill(study, sheet, copy).filled());
    var names = StudyReader.read(copy).study().orElseThrow().emissions().names();
    assertEquals("下镇", names.getOrDefault("T-LOW", NONE).zh());
    assertEquals("上城", names.getOrDefault("T-UP", NONE).zh());
  }

  @Test
  void anotherTableIsNoSheet() throws IOException {
    assertEquals(false, NameSheet.isSheet(Folders.study("two-towns").resolve("towns.csv")));
  }
}
