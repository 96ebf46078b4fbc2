package org.tonle.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

/// Rows of a CSV text or file, one after another. All tables are read through this class.
public final class CsvRows implements Iterator<CsvRows.CsvRow>, AutoCloseable {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;

  private CsvRows(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    records = reader.iterator();
  }

  /// Row of a CSV text.
  ///
  /// @param line of the text on which it begins, from 1
  public record CsvRow(long line, String[] cells) {}

  /// Exception for a quote that never closes, or for a row that must be as wide as its header and
  /// is not.
  public static final class BrokenCsvException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenCsvException(CsvParseException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /// Rows as a spreadsheet counts them: empty lines are rows, and rows may differ in width.
  public static CsvRows everyLine(String text, char separator) {
    return new CsvRows(ragged().fieldSeparator(separator).skipEmptyLines(false).ofCsvRecord(text));
  }

  /// Rows that are all as wide as the first; empty lines are skipped.
  public static CsvRows even(String text, char separator) {
    return new CsvRows(CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text));
  }

  /// Rows of a comma-separated file, plain or `.gz`, read on request; they may differ in width, and
  /// empty lines are skipped.
  public static CsvRows open(Path file) throws IOException {
    InputStream in = input(file);
    try {
      return new CsvRows(ragged().detectBomHeader(true).ofCsvRecord(in, StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /// The whole text of a file, plain or `.gz`.
  public static String text(Path file) throws IOException {
    try (InputStream in = input(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream input(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static CsvReader.CsvReaderBuilder ragged() {
    return CsvReader.builder()
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      throw new BrokenCsvException(e);
    }
  }

  @Override
  public CsvRow next() {
    try {
      CsvRecord record = records.next();
      return new CsvRow(record.getStartingLineNumber(), record.getFields().toArray(String[]::new));
    } catch (CsvParseException e) {
      throw new BrokenCsvException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
