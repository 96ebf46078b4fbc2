package org.tonle.serve.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.disk.WholeFile;
import org.tonle.folder.StudyReader;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;

/// Draft of a study: its tables with the edits that are not saved yet. An edit holds from the
/// moment it lies in the store; the folder changes only when it is saved, each table in full or not
/// at all.
public final class Draft implements AutoCloseable {
  /// Folder of the store within that of the study.
  public static final String FOLDER = ".tonle";

  private final Path folder;
  private final DraftStore store;
  private final boolean isKept;
  private final Clock clock;
  private final Map<String, WrittenTable> changed = new TreeMap<>();
  private final Map<String, DraftStore.Base> bases = new HashMap<>();

  private Draft(Path folder, DraftStore store, boolean isKept, Clock clock) {
    this.folder = folder;
    this.store = store;
    this.isKept = isKept;
    this.clock = clock;
  }

  /// The draft of a study folder as it was left; where the folder cannot be written, one that lives
  /// as long as the program.
  public static Draft open(Path folder, Clock clock) throws IOException {
    Draft draft = opened(folder, clock);
    draft.recover();
    return draft;
  }

  private static Draft opened(Path folder, Clock clock) throws IOException {
    Path own = folder.resolve(FOLDER);
    try {
      Files.createDirectories(own);
      Path ignored = own.resolve(".gitignore");
      if (!Files.exists(ignored)) {
        Files.writeString(ignored, "*\n");
      }
      return new Draft(folder, DraftStore.in(own), true, clock);
    } catch (IOException e) {
      return new Draft(folder, DraftStore.inMemory(), false, clock);
    }
  }

  /// Folder of the study.
  public Path folder() {
    return folder;
  }

  /// Whether edits outlive the program.
  public boolean isKept() {
    return isKept;
  }

  /// Builds what was not saved when the program ended, and finishes or forgets a save that was
  /// under way.
  private void recover() throws IOException {
    List<LogEntry> unsaved = store.all(DraftStore::unsaved);
    Set<String> files = new TreeSet<>();
    unsaved.forEach(e -> files.add(e.file()));
    for (String file : files) {
      Table table = Schema.find(file).orElseThrow();
      DraftStore.Base base = store.all(s -> s.base(file)).orElseThrow();
      byte[] disk = disk(file);
      if (!base.saving().isEmpty() && TableBytes.hash(disk).equals(base.saving())) {
        finish(file, disk);
        continue;
      }
      WrittenTable text = text(table, base.bytes());
      for (LogEntry entry : unsaved) {
        if (entry.file().equals(file)) {
          text = on(text, entry.edits());
        }
      }
      bases.put(file, base);
      changed.put(file, text);
    }
  }

  private static WrittenTable on(WrittenTable text, List<TableEdit> edits) {
    WrittenTable now = text;
    for (TableEdit edit : edits) {
      now = edit.on(now);
    }
    return now;
  }

  private static WrittenTable text(Table table, byte[] bytes) {
    return bytes.length == 0
        ? WrittenTable.withHeader(table)
        : WrittenTable.of(table, bytes)
            .orElseThrow(() -> RequestProblem.conflict("unreadable_table", table.file()));
  }

  private Path place(String file) {
    return StudyReader.find(folder, file).orElse(folder.resolve(file));
  }

  private byte[] disk(String file) throws IOException {
    Path place = place(file);
    return Files.exists(place) ? Files.readAllBytes(place) : new byte[0];
  }

  /// The table of a name, with or without `.csv`.
  public static Table table(String name) {
    return Schema.find(name.endsWith(".csv") ? name : name + ".csv")
        .orElseThrow(
            () ->
                RequestProblem.missing(
                    "no_table", name.length() > 60 ? name.substring(0, 60) : name));
  }

  /// A table with its edits.
  public synchronized WrittenTable text(Table table) throws IOException {
    WrittenTable own = changed.get(table.file());
    return own != null ? own : text(table, disk(table.file()));
  }

  /// Bytes of the tables with unsaved edits, by file.
  public synchronized Map<String, byte[]> changed() {
    Map<String, byte[]> all = new TreeMap<>();
    changed.forEach((file, text) -> all.put(file, text.bytes()));
    return all;
  }

  private String now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// Reads edits without making them; returns the table that they would make.
  public synchronized WrittenTable trial(Table table, JsonNode edits) throws IOException {
    WrittenTable text = text(table);
    return on(text, EditReader.read(edits, text));
  }

  /// Makes edits of a table; they hold when this returns.
  ///
  /// @return number of the entry in the log; 0 if nothing changes
  public synchronized long edit(Table table, String who, String why, JsonNode edits)
      throws IOException {
    WrittenTable text = text(table);
    List<TableEdit> read = EditReader.read(edits, text);
    if (read.isEmpty()) {
      return 0;
    }
    return append(table.file(), text, read, who, why, LogEntry.Kind.EDIT, null);
  }

  private long append(
      String file,
      WrittenTable before,
      List<TableEdit> edits,
      String who,
      String why,
      LogEntry.Kind kind,
      @Nullable Long of)
      throws IOException {
    WrittenTable text = before;
    List<TableEdit> reverse = new ArrayList<>();
    for (TableEdit edit : edits) {
      reverse.addFirst(edit.reverse(text));
      text = edit.on(text);
    }
    boolean isFirst = !changed.containsKey(file);
    byte[] disk = isFirst ? disk(file) : new byte[0];
    boolean isOther = isFirst && isOther(file, disk);
    if (isOther && of != null) {
      throw RequestProblem.conflict("changed_outside", file);
    }
    long id =
        store.all(
            s -> {
              if (isFirst) {
                s.putBase(file, disk);
              }
              if (isOther) {
                s.fix(file);
              }
              if (of == null) {
                s.dropRedo();
              } else {
                s.setUndone(of, kind == LogEntry.Kind.UNDO);
              }
              return s.append(
                  new LogEntry(
                      0, now(), who, why, kind, of, file, "", edits, reverse, false, false));
            });
    if (isFirst) {
      bases.put(file, new DraftStore.Base(TableBytes.hash(disk), disk, ""));
    }
    changed.put(file, text);
    return id;
  }

  /// Whether a table lies on the disk otherwise than it was saved.
  private boolean isOther(String file, byte[] disk) throws IOException {
    String hash = TableBytes.hash(disk);
    return store.all(s -> s.base(file)).map(b -> !b.hash().equals(hash)).orElse(false);
  }

  /// Takes the latest edit back; empty if there is none.
  public synchronized Optional<LogLine> undo(String who) throws IOException {
    return step(store.all(DraftStore::toUndo), LogEntry.Kind.UNDO, who);
  }

  /// Repeats the edit that was taken back last; empty if there is none.
  public synchronized Optional<LogLine> redo(String who) throws IOException {
    return step(store.all(DraftStore::toRedo), LogEntry.Kind.REDO, who);
  }

  private Optional<LogLine> step(Optional<LogEntry> found, LogEntry.Kind kind, String who)
      throws IOException {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LogEntry of = found.get();
    boolean isUndo = kind == LogEntry.Kind.UNDO;
    WrittenTable text = text(table(of.file()));
    List<TableEdit> edits = isUndo ? of.reverse() : of.edits();
    append(of.file(), text, edits, who, of.why(), kind, of.id());
    return Optional.of(LogLine.of(of));
  }

  /// Entries of the log before one, the newest first.
  public List<LogLine> log(long before, int count) throws IOException {
    return store.all(s -> s.latest(before, count)).stream().map(LogLine::of).toList();
  }

  /// Writes every changed table whole into the folder.
  ///
  /// @return the files written
  /// @throws RequestProblem if a table was changed outside meanwhile
  public synchronized List<String> save() throws IOException {
    List<String> outside = outside().stream().map(OutsideTable::file).toList();
    if (!outside.isEmpty()) {
      throw RequestProblem.conflict("changed_outside", String.join(", ", outside));
    }
    List<String> saved = new ArrayList<>();
    for (Map.Entry<String, WrittenTable> one : Map.copyOf(changed).entrySet()) {
      String file = one.getKey();
      byte[] bytes = one.getValue().bytes();
      String hash = TableBytes.hash(bytes);
      store.all(
          s -> {
            s.putSaving(file, hash);
            return 0;
          });
      Path part = (isKept ? folder.resolve(FOLDER) : folder).resolve("." + file + ".saving");
      try (WholeFile whole = WholeFile.beside(part, place(file), bytes)) {
        whole.finish();
      }
      finish(file, bytes);
      saved.add(file);
    }
    saved.sort(null);
    return saved;
  }

  private void finish(String file, byte[] bytes) throws IOException {
    store.all(
        s -> {
          s.putBase(file, bytes);
          s.markSaved(file);
          return 0;
        });
    changed.remove(file);
    bases.remove(file);
  }

  /// Tables with unsaved edits that somebody changed on the disk.
  public synchronized List<OutsideTable> outside() throws IOException {
    List<OutsideTable> found = new ArrayList<>();
    for (Map.Entry<String, WrittenTable> one : changed.entrySet()) {
      String file = one.getKey();
      byte[] disk = disk(file);
      DraftStore.Base base = bases.getOrDefault(file, new DraftStore.Base("", new byte[0], ""));
      if (!TableBytes.hash(disk).equals(base.hash())) {
        Table table = table(file);
        found.add(
            new OutsideTable(file, text(table, base.bytes()), one.getValue(), text(table, disk)));
      }
    }
    return found;
  }

  /// Settles a table that was changed outside: what lies on the disk, with the rows of the draft
  /// that are chosen.
  ///
  /// @param choose the table to go on with
  public synchronized void settle(Table table, String who, UnaryOperator<OutsideTable> choose)
      throws IOException {
    String file = table.file();
    OutsideTable of =
        outside().stream()
            .filter(o -> o.file().equals(file))
            .findFirst()
            .orElseThrow(() -> RequestProblem.conflict("not_outside", file));
    WrittenTable chosen = choose.apply(of).mine();
    byte[] disk = disk(file);
    finish(file, disk);
    store.all(
        s -> {
          s.fix(file);
          return 0;
        });
    WrittenTable theirs = text(table, disk);
    if (!java.util.Arrays.equals(chosen.bytes(), theirs.bytes())) {
      TableEdit whole = new TableEdit.Whole(TableBytes.coded(chosen));
      append(file, theirs, List.of(whole), who, "", LogEntry.Kind.MERGE, null);
    }
  }

  /// Files of a study folder that a study is read from.
  public static List<Path> files(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("scenarios"))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files
              .filter(f -> f.toString().endsWith(".csv") || f.toString().endsWith(".toml"))
              .sorted()
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  /// Hash of the study as it would be read: the folder with the unsaved edits. A save leaves it.
  public synchronized String hash() throws IOException {
    StringBuilder all = new StringBuilder();
    Set<String> left = new TreeSet<>(changed.keySet());
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      WrittenTable own = changed.get(name);
      byte[] bytes =
          own != null && folder.equals(file.getParent()) ? own.bytes() : Files.readAllBytes(file);
      all.append(file).append(' ').append(TableBytes.hash(bytes)).append('\n');
      left.remove(name);
    }
    for (Map.Entry<String, WrittenTable> one : changed.entrySet()) {
      if (left.contains(one.getKey())) {
        all.append(folder.resolve(one.getKey())).append(' ');
        all.append(TableBytes.hash(one.getValue().bytes())).append('\n');
      }
    }
    return TableBytes.hash(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Scenarios that people kept.
  public KeptShelf scenarios() {
    return new KeptShelf(store, this::now);
  }

  /// Levers moved on the page, by browser.
  public LeverMoves moves() {
    return new LeverMoves(store, this::now);
  }

  /// Answers of long runs.
  public KeptAnswers answers() {
    return new KeptAnswers(store);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
