package org.tonle.folder.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.tonle.convert.Text;
import org.tonle.folder.schema.Schema;

/// Default constituents, reactions, model errors and figures of land, with the publications behind
/// them.
public record Defaults(
    Sheet constituents, Sheet reactions, Sheet modelErrors, Sheet land, Sheet references) {
  /// Begin of the keys of built-in references, which no study lists itself.
  public static final String PREFIX = "DEFAULT_";

  /// Holder of what is read once: every study reads the defaults several times.
  private static final class Loaded {
    static final Defaults ONCE =
        new Defaults(
            sheet(Schema.CONSTITUENTS),
            sheet(Schema.REACTIONS),
            sheet(Schema.MODEL_ERROR),
            sheet(Schema.FACTORS),
            sheet(Schema.REFERENCES));
  }

  public static Defaults load() {
    return Loaded.ONCE;
  }

  private static Sheet sheet(String file) {
    Problems problems = new Problems();
    Sheet sheet =
        SheetReader.parse(text("defaults/" + file), Schema.find(file).orElseThrow(), problems);
    if (problems.hasErrors()) {
      throw new IllegalStateException(Text.format("Defaults of %s: %s", file, problems.all()));
    }
    return sheet;
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Defaults.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
