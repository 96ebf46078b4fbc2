package org.tonle.serve.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Drafts of tables: an edit changes its cell and nothing else, holds through everything, and can
/// be taken back.
class DraftTest {
  private static final Table TOWNS = Schema.find("towns.csv").orElseThrow();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text);
  }

  private Draft open() throws Exception {
    return Draft.open(folder, CLOCK);
  }

  private static int differing(List<String> a, List<String> b) {
    int count = StrictMath.abs(a.size() - b.size());
    for (int i = 0; i < StrictMath.min(a.size(), b.size()); i++) {
      count += a.get(i).equals(b.get(i)) ? 0 : 1;
    }
    return count;
  }

  @Test
  void aSavedCellIsOneLineOfDifference() throws Exception {
    Folders.twoTowns(folder);
    Path file = folder.resolve("towns.csv");
    String text = Files.readString(file).replaceFirst("\n", ",my own column\r\n");
    Files.writeString(file, text + "# a remark, \"quoted, with a comma\"\n");
    List<String> before = List.of(Files.readString(file).split("(?<=\n)"));
    try (Draft draft = open()) {
      draft.edit(
          TOWNS, "Dara", "", json("[{\"row\":2,\"column\":\"population\",\"value\":\"777\"}]"));
      assertEquals(before, List.of(Files.readString(file).split("(?<=\n)")));
      assertEquals(List.of("towns.csv"), draft.save());
      assertEquals(List.of(), draft.save());
    }
    List<String> after = List.of(Files.readString(file).split("(?<=\n)"));
    assertEquals(1, differing(before, after));
    assertTrue(after.get(1).contains("777"));
  }

  @Test
  void cellsOfEveryFormComeBackAsTheyWereTyped() throws Exception {
    Folders.twoTowns(folder);
    List<String> values =
        List.of("a,b", "say \"yes\"", "two\nlines", " blank ", "", "ភ្នំពេញ", "金边", "\"", "x;y\tz");
    try (Draft draft = open()) {
      byte[] before = draft.text(TOWNS).bytes();
      for (String value : values) {
        String edit =
            new JsonMapper()
                .writeValueAsString(
                    List.of(java.util.Map.of("row", 2, "column", "name", "value", value)));
        draft.edit(TOWNS, "", "", json(edit));
        WrittenTable text = WrittenTable.of(TOWNS, draft.text(TOWNS).bytes()).orElseThrow();
        assertEquals(value, text.cell(2, text.column("name")));
      }
      for (int i = 0; i < values.size(); i++) {
        assertTrue(draft.undo("").isPresent());
      }
      assertArrayEquals(before, draft.text(TOWNS).bytes());
    }
  }

  @Test
  void anAcknowledgedEditOutlivesTheProgram() throws Exception {
    Folders.twoTowns(folder);
    Draft first = open();
    first.edit(TOWNS, "", "", json("[{\"row\":2,\"column\":\"population\",\"value\":\"5\"}]"));
    // Neither closed nor saved.
    try (Draft second = open()) {
      WrittenTable text = second.text(TOWNS);
      assertEquals("5", text.cell(2, text.column("population")));
      assertEquals(1, second.log(Long.MAX_VALUE, 10).size());
      assertTrue(second.undo("").isPresent());
    }
    first.close();
  }

  @Test
  void undoAndRedoAreSteppedThroughTheLog() throws Exception {
    Folders.twoTowns(folder);
    try (Draft draft = open()) {
      byte[] zero = draft.text(TOWNS).bytes();
      List<byte[]> states = new ArrayList<>(List.of(zero));
      String[] edits = {
        "[{\"row\":2,\"column\":\"population\",\"value\":\"5\"}]",
        "[{\"insert\":2,\"cells\":{\"town\":\"new\",\"name\":\"New, town\"}}]",
        "[{\"delete\":2}]",
        "[{\"paste\":{\"row\":3,\"column\":\"town\",\"cells\":[[\"A\",\"B\"],[\"C\",\"D\"],[\"E\",\"F\"]]}}]"
      };
      for (String edit : edits) {
        draft.edit(TOWNS, "", "", json(edit));
        states.add(draft.text(TOWNS).bytes());
      }
      for (int i = edits.length - 1; i >= 0; i--) {
        assertTrue(draft.undo("").isPresent());
        assertArrayEquals(states.get(i), draft.text(TOWNS).bytes(), "undo " + i);
      }
      assertTrue(draft.undo("").isEmpty());
      for (int i = 1; i <= edits.length; i++) {
        assertTrue(draft.redo("").isPresent());
        assertArrayEquals(states.get(i), draft.text(TOWNS).bytes(), "redo " + i);
      }
      draft.undo("");
      draft.edit(TOWNS, "", "", json("[{\"row\":2,\"column\":\"name\",\"value\":\"other\"}]"));
      assertTrue(draft.redo("").isEmpty());
    }
  }

  @Test
  void aCellThatAnotherTabChangedIsNotOverwritten() throws Exception {
    Folders.twoTowns(folder);
    try (Draft draft = open()) {
      String was = draft.text(TOWNS).cell(2, draft.text(TOWNS).column("population"));
      String edit =
          "[{\"row\":2,\"column\":\"population\",\"value\":\"%s\",\"was\":\"" + was + "\"}]";
      draft.edit(TOWNS, "", "", json(edit.replace("%s", "1")));
      RequestProblem refused =
          assertThrows(
              RequestProblem.class, () -> draft.edit(TOWNS, "", "", json(edit.replace("%s", "2"))));
      assertEquals("cell_changed", refused.code());
    }
  }

  @Test
  void aTableThatWasChangedOutsideIsSettledByRow() throws Exception {
    Folders.twoTowns(folder);
    Path file = folder.resolve("towns.csv");
    try (Draft draft = open()) {
      draft.edit(
          TOWNS,
          "",
          "",
          json(
              "[{\"row\":2,\"column\":\"population\",\"value\":\"11\"},"
                  + "{\"row\":3,\"column\":\"population\",\"value\":\"22\"}]"));
      WrittenTable theirs = WrittenTable.of(TOWNS, Files.readAllBytes(file)).orElseThrow();
      int population = theirs.column("population");
      Files.write(
          file, theirs.with(2, population, "99").with(2, theirs.column("name"), "N").bytes());
      RequestProblem refused = assertThrows(RequestProblem.class, draft::save);
      assertEquals("changed_outside", refused.code());
      List<OutsideTable.Row> rows = draft.outside().getFirst().rows();
      assertEquals(2, rows.size());
      assertTrue(rows.get(0).isContested());
      assertFalse(rows.get(1).isContested());
      draft.settle(TOWNS, "", o -> o.choosing(r -> !r.isContested()));
      draft.save();
      WrittenTable saved = WrittenTable.of(TOWNS, Files.readAllBytes(file)).orElseThrow();
      assertEquals("99", saved.cell(2, population));
      assertEquals("N", saved.cell(2, saved.column("name")));
      assertEquals("22", saved.cell(3, population));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsEditedInMemory() throws Exception {
    Folders.twoTowns(folder);
    Files.writeString(folder.resolve(Draft.FOLDER), "a file where the folder should be");
    try (Draft draft = open()) {
      assertFalse(draft.isKept());
      draft.edit(TOWNS, "", "", json("[{\"row\":2,\"column\":\"population\",\"value\":\"5\"}]"));
      assertEquals(1, draft.changed().size());
    }
  }

  @Test
  void aSaveThatWasCutOffIsFinishedOrForgotten() throws Exception {
    Folders.twoTowns(folder);
    Draft first = open();
    first.edit(TOWNS, "", "", json("[{\"row\":2,\"column\":\"population\",\"value\":\"5\"}]"));
    byte[] mine = first.text(TOWNS).bytes();
    first.close();
    try (DraftStore store = DraftStore.in(folder.resolve(Draft.FOLDER))) {
      store.all(
          s -> {
            s.putSaving("towns.csv", TableBytes.hash(mine));
            return 0;
          });
    }
    // Killed before the move: the edit is still to be saved.
    try (Draft second = open()) {
      assertEquals(1, second.changed().size());
      assertTrue(second.outside().isEmpty());
    }
    // Killed after the move: it is saved.
    Files.write(folder.resolve("towns.csv"), mine);
    try (Draft third = open()) {
      assertTrue(third.changed().isEmpty());
      assertTrue(third.log(Long.MAX_VALUE, 1).getFirst().isSaved());
    }
  }

  @Test
  void aFullDiskLeavesTheOldTableWhole() throws Exception {
    Folders.twoTowns(folder);
    byte[] before = Files.readAllBytes(folder.resolve("towns.csv"));
    try (Draft draft = open()) {
      draft.edit(TOWNS, "", "", json("[{\"row\":2,\"column\":\"population\",\"value\":\"5\"}]"));
      Path part = folder.resolve(Draft.FOLDER).resolve(".towns.csv.saving");
      Files.createDirectories(part.resolve("blocks the part"));
      assertThrows(java.io.IOException.class, draft::save);
      assertArrayEquals(before, Files.readAllBytes(folder.resolve("towns.csv")));
      assertEquals(1, draft.changed().size());
      Files.delete(part.resolve("blocks the part"));
      Files.delete(part);
      assertEquals(List.of("towns.csv"), draft.save());
    }
  }

  @Test
  void aLockedTableKeepsItsEditsInTheStore() throws Exception {
    Folders.twoTowns(folder);
    Path file = folder.resolve("towns.csv");
    byte[] before = Files.readAllBytes(file);
    assertTrue(file.toFile().setReadOnly());
    try (Draft draft = open()) {
      draft.edit(TOWNS, "", "", json("[{\"row\":2,\"column\":\"population\",\"value\":\"5\"}]"));
      assertThrows(java.nio.file.AccessDeniedException.class, draft::save);
      assertArrayEquals(before, Files.readAllBytes(file));
      assertEquals(1, draft.changed().size());
      assertTrue(file.toFile().setWritable(true));
      assertEquals(List.of("towns.csv"), draft.save());
    }
  }

  /// Also where the clock is set back meanwhile.
  @Test
  void scenariosAndEditsStayInTheOrderOfTheirMaking() throws Exception {
    Folders.twoTowns(folder);
    Instant[] time = {Instant.parse("2026-03-01T10:00:00Z")};
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time[0];
          }
        };
    try (Draft draft = Draft.open(folder, clock)) {
      String edit = "[{\"row\":2,\"column\":\"population\",\"value\":\"";
      for (int i = 1; i <= 3; i++) {
        draft.edit(TOWNS, "", "", json(edit + i + "\"}]"));
        draft.scenarios().keep("k" + i, "name " + i, "", "", "{}", "");
        time[0] = time[0].minusSeconds(7200);
      }
      assertEquals(
          List.of("k1", "k2", "k3"),
          draft.scenarios().list(0, 9).stream().map(KeptScenario::id).toList());
      List<LogLine> log = draft.log(Long.MAX_VALUE, 9);
      assertTrue(log.get(0).id() > log.get(1).id() && log.get(1).id() > log.get(2).id());
      draft.undo("");
      assertEquals("2", draft.text(TOWNS).cell(2, draft.text(TOWNS).column("population")));
    }
    // After a restart, too.
    try (Draft again = Draft.open(folder, clock)) {
      assertEquals("2", again.text(TOWNS).cell(2, again.text(TOWNS).column("population")));
      assertTrue(again.redo("").isPresent());
      assertEquals("3", again.text(TOWNS).cell(2, again.text(TOWNS).column("population")));
    }
  }

  @Test
  void scenariosAreKeptAndForgotten() throws Exception {
    Folders.twoTowns(folder);
    try (Draft draft = open()) {
      KeptShelf shelf = draft.scenarios();
      for (int i = 0; i < 300; i++) {
        shelf.keep("k" + i, "name " + i, "", "", "{}", "");
      }
      assertEquals(300, shelf.count());
      assertEquals("k290", shelf.list(290, 5).getFirst().id());
      assertEquals("name 7", shelf.find("k7").orElseThrow().name());
      assertTrue(shelf.forget("k7"));
      assertFalse(shelf.forget("k7"));
      assertTrue(shelf.find("k7").isEmpty());
      assertEquals(299, shelf.count());
    }
  }

  @Test
  void ofAnswersThoseThatNobodyAskedForLongestMakeRoom() throws Exception {
    Folders.twoTowns(folder);
    try (Draft draft = open()) {
      KeptAnswers answers = draft.answers();
      answers.keep("first", "1");
      answers.keep("second", "2");
      for (int i = 0; i < StoredAnswers.MOST - 2; i++) {
        answers.keep("k" + i, "{}");
      }
      assertEquals("1", answers.find("first").orElseThrow());
      answers.keep("one more", "{}");
      assertEquals("1", answers.find("first").orElseThrow());
      assertTrue(answers.find("second").isEmpty());
    }
  }
}
