package org.tonle.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Header;
import org.tonle.text.Decoder;
import org.tonle.text.Records;
import org.tonle.text.WrittenText;

/// Legacy fonts: makes a copy of a study in which Khmer typed for an old font is converted to
/// Unicode; the study itself is not changed. A user who asks for the copy has already seen the
/// converted cells in the problems.
public final class LegacyFonts {
  private final List<Change> changes = new ArrayList<>();

  private LegacyFonts() {}

  /// Change of one cell.
  ///
  /// @param row as a spreadsheet counts
  /// @param after "" if the cell could not be converted and is unchanged
  public record Change(String file, int row, String column, String before, String after) {
    public boolean isDone() {
      return !after.isEmpty();
    }
  }

  /// Copies the study's files into `copy`, an empty folder, and returns the cells that were
  /// converted and those that were not.
  public static List<Change> convert(Path study, Path copy) throws IOException {
    LegacyFonts fonts = new LegacyFonts();
    try (Stream<Path> files = Files.walk(study)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path to = copy.resolve(study.relativize(file).toString());
        Path parent = to.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        fonts.file(file, to);
      }
    }
    return List.copyOf(fonts.changes);
  }

  private void file(Path from, Path to) throws IOException {
    String name = String.valueOf(from.getFileName());
    Optional<Table> table = Schema.find(name.toLowerCase(java.util.Locale.ROOT));
    Optional<String> text =
        table.isEmpty() ? Optional.empty() : Decoder.decode(Files.readAllBytes(from)).text();
    int before = changes.size();
    String converted =
        table.isPresent() && text.isPresent() ? converted(name, table.get(), text.get()) : "";
    boolean isChanged = changes.subList(before, changes.size()).stream().anyMatch(Change::isDone);
    if (isChanged) {
      Files.writeString(to, converted, StandardCharsets.UTF_8);
    } else {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private String converted(String file, Table table, String text) {
    Records records = Header.records(table, text);
    Header header = Header.find(table, records.rows());
    StringWriter out = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(records.separator())
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(out);
    for (int r = 0; r < records.rows().size(); r++) {
      String[] row = records.rows().get(r).clone();
      for (int c = 0; r > header.row() && c < StrictMath.min(row.length, header.at().length); c++) {
        if (header.at()[c] >= 0) {
          row[c] = cell(file, r + 1, table.columns().get(header.at()[c]), row[c]);
        }
      }
      csv.writeRecord(row);
    }
    return out.toString();
  }

  private String cell(String file, int row, Column column, String cell) {
    if (!WrittenText.isLegacyFont(column.name(), cell)) {
      return cell;
    }
    String khmer = WrittenText.ofLegacyFont(cell).orElse("");
    changes.add(new Change(file, row, column.name(), cell, khmer));
    return khmer.isEmpty() ? cell : khmer;
  }
}
