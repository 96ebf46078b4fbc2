package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;

/// FEATURE UNDER TEST: `tonle add-samples`, with sheets as laboratories send them.
class AddSamplesCommandTest {
  private static final String HEAD = "station,place,date,constituent,statistic,value,unit\n";
  private static final String NEW = "Lower bridge,TAIL,2024-05-12,BOD,sample,6.5,mg/L\n";

  @TempDir Path folder;
  private Path study;
  private Path table;
  private byte[] before;

  @BeforeEach
  void copy() throws IOException {
    study = Folders.twoTowns(folder.resolve("study"));
    table = study.resolve("observations.csv");
    before = Files.readAllBytes(table);
  }

  private CommandsTest.Ran add(String sheet, Object... more) throws IOException {
    Path file = folder.resolve("november.csv");
    Files.writeString(file, sheet);
    return CommandsTest.run(
        Stream.concat(Stream.of("add-samples", study, file), Stream.of(more)).toArray());
  }

  private void assertUntouched() throws IOException {
    assertArrayEquals(before, Files.readAllBytes(table));
    try (Stream<Path> files = Files.list(study)) {
      assertEquals(
          List.of(), files.filter(f -> f.toString().endsWith(".part")).toList(), "Leftovers.");
    }
  }

  // BOD of 6.5 mg/L breaks the limit of 4 that nothing was measured against before.
  @Test
  void newRowsStandBehindTheOldOnes() throws IOException {
    CommandsTest.Ran ran = add(HEAD + NEW);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    String old = new String(before, StandardCharsets.UTF_8);
    assertEquals(
        old + "Lower bridge,TAIL,2024-05-12,,BOD,sample,,6.5,mg/L,,,,\n", Files.readString(table));
    assertTrue(ran.out().contains("1 row added to"), ran.out());
    assertTrue(ran.out().contains("Lower bridge, BOD: 1"), ran.out());
    assertTrue(
        ran.out().contains("Lower bridge, BOD (CN-GB3838): not measured → broken"), ran.out());
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    CommandsTest.Ran ran = add(HEAD + NEW, "--dry-run");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("would be added"), ran.out());
    assertTrue(ran.out().contains("not measured → broken"), ran.out());
    assertUntouched();
  }

  @Test
  void aLockedTableStaysAsItIs() throws IOException {
    assertTrue(table.toFile().setReadOnly());
    CommandsTest.Ran ran = add(HEAD + NEW);
    assertEquals(Exit.FAULT, ran.code(), ran.out() + ran.err());
    assertTrue(ran.err().contains("observations.csv"), ran.err());
    assertUntouched();
  }

  @Test
  void rowsThatStandAlreadyAreNamedAndSkipped() throws IOException {
    String known = "Lower bridge,TAIL,2024-04-12,NH4-N,sample,210,µg/L\n";
    CommandsTest.Ran ran = add(HEAD + known + NEW + NEW);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("november.csv:2"), ran.out());
    assertTrue(ran.out().contains("observations.csv:2"), ran.out());
    assertTrue(ran.out().contains("november.csv:4"), ran.out());
    assertEquals(before.length + 55, Files.size(table), Files.readString(table));
    assertEquals(Exit.DONE, add(HEAD + known + NEW).code());
    assertTrue(add(HEAD + known + NEW).out().contains("Nothing to add"), "The second time.");
  }

  @Test
  void anotherValueOfTheSameSampleIsAWarning() throws IOException {
    CommandsTest.Ran ran = add(HEAD + "Lower bridge,TAIL,2024-04-12,NH4-N,sample,0.5,mg/L\n");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("samples_contradict"), ran.err());
    assertTrue(ran.err().contains("november.csv:2"), ran.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lower bridge,NOWHERE,2024-05-12,BOD,sample,6.5,mg/L|unknown_reference",
        "Lower bridge,TAIL,2024-05-12,BOD,sample,6.5,MPN/100 mL|unknown_unit",
        "Lower bridge,TAIL,2024-05-12,BOD5x,sample,6.5,mg/L|unknown_reference",
        "Lower bridge,TAIL,05/06/2024,BOD,sample,6.5,mg/L|bad_date",
        "Lower bridge,TAIL,2024-13-12,BOD,sample,6.5,mg/L|bad_date",
        "Lower bridge,TAIL,2024-05-12,BOD,sample,six,mg/L|not_a_number",
        "Lower bridge,TAIL,2024-05-12,BOD,oftenest,6.5,mg/L|unknown_word"
      })
  void aSheetWithAnErrorAddsNothing(String row, String code) throws IOException {
    CommandsTest.Ran ran = add(HEAD + NEW + row + "\n");
    assertEquals(Exit.PROBLEMS, ran.code(), ran.out() + ran.err());
    assertTrue(ran.err().contains("november.csv:3"), ran.err());
    assertTrue(ran.err().contains("[" + code + "]"), ran.err());
    assertUntouched();
  }

  // "ND" is no value: the reader warns and leaves the row out, and so does the addition.
  @Test
  void aRowWithoutAValueIsLeftOut() throws IOException {
    CommandsTest.Ran ran = add(HEAD + NEW + "Lower bridge,TAIL,2024-06-12,BOD,average,ND,mg/L\n");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains("[word_for_a_value]"), ran.err());
    assertTrue(ran.out().contains("1 row added"), ran.out());
    assertFalse(Files.readString(table).contains("2024-06-12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "Dear Sir, attached the results of November.\n"})
  void aSheetWithoutATableAddsNothing(String text) throws IOException {
    CommandsTest.Ran ran = add(text);
    assertEquals(Exit.PROBLEMS, ran.code(), ran.err());
    assertTrue(ran.err().contains("november.csv"), ran.err());
    assertUntouched();
  }

  @Test
  void theTableItselfIsNoSheet() throws IOException {
    CommandsTest.Ran ran = CommandsTest.run("add-samples", study, table);
    assertEquals(Exit.USAGE, ran.code(), ran.err());
    assertTrue(ran.err().contains("own table"), ran.err());
    assertEquals(
        Exit.USAGE, CommandsTest.run("add-samples", study, folder.resolve("none.csv")).code());
    assertUntouched();
  }

  // Where the longer table cannot be written beside the old one, the old one stays.
  @Test
  void aFolderThatCannotBeWrittenToKeepsItsTable() throws IOException {
    Path part =
        study.resolve(".tonle-observations-" + ProcessHandle.current().pid() + ".part/inside");
    Files.createDirectories(part);
    CommandsTest.Ran ran = add(HEAD + NEW);
    assertEquals(Exit.FAULT, ran.code(), ran.err());
    assertArrayEquals(before, Files.readAllBytes(table));
    assertTrue(Files.exists(part), "Somebody else's folder stays.");
  }

  // A table with semicolons, decimal commas, Windows line ends, a BOM, its columns in another order
  // and no end of its last line goes on in its own way.
  @Test
  void theTableKeepsItsOwnForm() throws IOException {
    String own =
        "\ufeff"
            + String.join(
                "\r\n",
                "place;station;value;unit;date;constituent;statistic;note",
                "TAIL;Lower bridge;0,21;mg/L;2024-04-12;NH4-N;sample;a",
                "TAIL;Lower bridge;1,5;mg/L;2024-04-13;NH4-N;sample;b");
    Files.writeString(table, own);
    CommandsTest.Ran ran = add(HEAD + "\"Lower; bridge\",TAIL,2024-05-12,BOD,sample,<6.5,mg/L\n");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertEquals(
        own + "\r\nTAIL;\"Lower; bridge\";<6,5;mg/L;2024-05-12;BOD;sample;\r\n",
        Files.readString(table));
  }

  @Test
  void aTableInUtf16GoesOnInIt() throws IOException {
    Charset utf16 = StandardCharsets.UTF_16LE;
    String own = "\ufeff" + new String(before, StandardCharsets.UTF_8);
    Files.writeString(table, own, utf16);
    assertEquals(Exit.DONE, add(HEAD + NEW).code());
    String after = Files.readString(table, utf16);
    assertTrue(after.startsWith(own) && after.contains("2024-05-12"), after);
  }

  // A sheet with headings of another language, another order and decimal commas.
  @Test
  void aChineseSheetIsRead() throws IOException {
    CommandsTest.Ran ran =
        add("监测站;地点;日期;指标;统计量;数值;单位\nLower bridge;TAIL;2024-05-12;BOD;sample;6,5;mg/L\n");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(Files.readString(table).endsWith("BOD,sample,,6.5,mg/L,,,,\n"), ran.err());
  }

  @Test
  void aStudyWithoutObservationsGetsATable() throws IOException {
    Files.delete(table);
    CommandsTest.Ran ran = add(HEAD + NEW);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(Files.readString(table).startsWith("station,place,date,months,"), ran.err());
    assertFalse(Files.readString(table).isBlank());
  }

  // The study states its number of rows: the longer table contradicts it, and nothing is added.
  @Test
  void aStudyThatCountsItsRowsRefuses() throws IOException {
    Path toml = study.resolve("study.toml");
    Files.writeString(toml, Files.readString(toml) + "\n[rows]\nobservations = 4\n");
    CommandsTest.Ran ran = add(HEAD + NEW);
    assertEquals(Exit.PROBLEMS, ran.code(), ran.out());
    assertTrue(ran.err().contains("row_count_differs"), ran.err());
    assertUntouched();
  }
}
