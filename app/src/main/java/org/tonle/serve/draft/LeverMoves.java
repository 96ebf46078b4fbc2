package org.tonle.serve.draft;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lever moves: the steps of the levers on the page as entries of the log. Undo and redo are steps
/// through it, and each browser takes back its own.
public final class LeverMoves {
  /// Steps that a browser is told of, each way.
  private static final int TOLD = 100;

  private final DraftStore store;
  private final Supplier<String> now;

  LeverMoves(DraftStore store, Supplier<String> now) {
    this.store = store;
    this.now = now;
  }

  /// Steps of a browser.
  ///
  /// @param done the newest first
  /// @param takenBack the one that a redo makes first
  public record Steps(List<LeverMove> done, List<LeverMove> takenBack) {
    public Steps {
      done = List.copyOf(done);
      takenBack = List.copyOf(takenBack);
    }
  }

  public Steps steps(String browser) throws IOException {
    return store.all(
        s -> new Steps(s.moves().holding(browser, TOLD), s.moves().takenBack(browser, TOLD)));
  }

  /// Logs a move; it lies in the store when this returns.
  public LeverMove add(
      String browser, String who, String why, String name, String before, String after)
      throws IOException {
    return store.all(
        s -> {
          long id = log(s, who, why, LogEntry.Kind.LEVER, null, name);
          LeverMove made = new LeverMove(id, name, before, after);
          s.moves().put(browser, made);
          return made;
        });
  }

  /// Takes the latest move of a browser back; empty if there is none.
  public Optional<LeverMove> undo(String browser, String who) throws IOException {
    return step(browser, who, true);
  }

  /// Makes the move again that the browser took back last; empty if there is none.
  public Optional<LeverMove> redo(String browser, String who) throws IOException {
    return step(browser, who, false);
  }

  private Optional<LeverMove> step(String browser, String who, boolean isUndo) throws IOException {
    return store.all(
        s -> {
          Optional<LeverMove> found = s.moves().next(browser, isUndo);
          if (found.isPresent()) {
            LeverMove of = found.get();
            s.moves().setUndone(of.id(), isUndo);
            log(s, who, "", isUndo ? LogEntry.Kind.UNDO : LogEntry.Kind.REDO, of.id(), of.name());
          }
          return found;
        });
  }

  /// Levers change no table, so that there is nothing to save.
  private long log(
      DraftStore s, String who, String why, LogEntry.Kind kind, @Nullable Long of, String name)
      throws SQLException {
    return s.append(
        new LogEntry(
            0, now.get(), who, why, kind, of, "", name, List.of(), List.of(), false, true));
  }
}
