package org.tonle.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// CSV text of a study's table while it is written; numbers keep all their digits.
public final class CsvText {
  private final StringBuilder text = new StringBuilder();

  public CsvText(Object... header) {
    row(header);
  }

  public void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i > 0 ? "," : "").append(cell(cells[i]));
    }
    text.append('\n');
  }

  private static String cell(Object value) {
    String plain = value.toString();
    boolean isQuoted = plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == ';');
    return isQuoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  public void write(Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
