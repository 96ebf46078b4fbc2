package org.tonle.report.raster;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tonle.report.page.Document;

/// Fonts of the machine by what they can write, with the packaged Khmer font.
final class ScriptFonts {
  /// Latin letters first, then Chinese ones, as the report's style sheet prefers them.
  private static final List<String> FAMILIES =
      List.of(
          "Noto Sans",
          "Segoe UI",
          "Roboto",
          "Helvetica Neue",
          "DejaVu Sans",
          "Liberation Sans",
          "Arial",
          "PingFang SC",
          "Microsoft YaHei",
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei",
          "SimHei",
          "SimSun");

  private final List<Font> plain = new ArrayList<>();
  private final List<Font> bold = new ArrayList<>();
  private boolean isEveryFamilyIn;
  private final Set<String> installed;

  ScriptFonts() throws IOException, NoFontException {
    installed = installed();
    FAMILIES.stream().filter(installed::contains).forEach(this::add);
    plain.add(khmer("400"));
    bold.add(khmer("600"));
  }

  private static Set<String> installed() throws NoFontException {
    try {
      Set<String> names = new HashSet<>();
      GraphicsEnvironment machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
      names.addAll(List.of(machine.getAvailableFontFamilyNames()));
      return names;
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Java fails in many ways where a machine has no fonts or no library for them.
      NoFontException none = new NoFontException("");
      none.initCause(e);
      throw none;
    }
  }

  private void add(String family) {
    plain.add(new Font(family, Font.PLAIN, 1));
    bold.add(new Font(family, Font.BOLD, 1));
  }

  private static Font khmer(String weight) throws IOException {
    String file = "fonts/noto-sans-khmer-khmer-" + weight + "-normal.woff";
    try (InputStream in = Objects.requireNonNull(Document.class.getResourceAsStream(file), file)) {
      byte[] font = Woff.trueType(in.readAllBytes());
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font));
    } catch (FontFormatException e) {
      throw new IOException(file, e);
    }
  }

  /// The first font that has a letter.
  Font of(int letter, boolean isBold) throws NoFontException {
    Optional<Font> font = find(letter, isBold);
    if (font.isEmpty() && !isEveryFamilyIn) {
      isEveryFamilyIn = true;
      installed.stream().sorted().filter(f -> !FAMILIES.contains(f)).forEach(this::add);
      font = find(letter, isBold);
    }
    return font.orElseThrow(() -> new NoFontException(Character.UnicodeScript.of(letter).name()));
  }

  private Optional<Font> find(int letter, boolean isBold) {
    return (isBold ? bold : plain).stream().filter(f -> f.canDisplay(letter)).findFirst();
  }
}
