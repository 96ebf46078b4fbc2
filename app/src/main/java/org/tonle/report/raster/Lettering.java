package org.tonle.report.raster;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonle.convert.Text;

/// Lettering of a picture: words as the outlines of their letters, shaped as their script asks, so
/// that no renderer needs fonts.
final class Lettering {
  /// Size at which letters are outlined, large enough that no hint for small sizes bends them.
  private static final float SIZE = 256;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final ScriptFonts fonts;

  /// Words in one font.
  private record Run(Font font, String words) {}

  Lettering() throws IOException, NoFontException {
    fonts = new ScriptFonts();
  }

  /// Path data of words.
  ///
  /// @param anchor "start", "middle" or "end"
  String path(String words, double x, double y, double size, boolean isBold, String anchor)
      throws NoFontException {
    Path2D.Double whole = new Path2D.Double();
    double wide = 0;
    for (Run run : runs(words, isBold)) {
      char[] letters = run.words().toCharArray();
      GlyphVector glyphs =
          run.font()
              .deriveFont(SIZE)
              .layoutGlyphVector(CONTEXT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
      whole.append(glyphs.getOutline((float) wide, 0), false);
      wide += glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }
    double scale = size / SIZE;
    double share =
        switch (anchor) {
          case "middle" -> 0.5;
          case "end" -> 1;
          default -> 0;
        };
    AffineTransform place = new AffineTransform(scale, 0, 0, scale, x - share * wide * scale, y);
    return data(whole.getPathIterator(place));
  }

  private List<Run> runs(String words, boolean isBold) throws NoFontException {
    List<Run> runs = new ArrayList<>();
    StringBuilder same = new StringBuilder();
    Font font = null;
    for (int letter : words.codePoints().toArray()) {
      if (isUnseen(letter)) {
        continue;
      }
      // Spaces and marks go with the letters before them.
      boolean isPart =
          Character.isWhitespace(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
      Font own =
          isPart && font != null && font.canDisplay(letter) ? font : fonts.of(letter, isBold);
      if (font != null && !own.equals(font)) {
        runs.add(new Run(font, same.toString()));
        same.setLength(0);
      }
      font = own;
      same.appendCodePoint(letter);
    }
    if (font != null) {
      runs.add(new Run(font, same.toString()));
    }
    return runs;
  }

  /// Line breaks and joiners have no outline.
  private static boolean isUnseen(int letter) {
    return letter == 0x200B || letter == 0x00AD || letter == '\n' || letter == '\r';
  }

  private static String data(PathIterator path) {
    StringBuilder data = new StringBuilder();
    double[] p = new double[6];
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(p);
      data.append("MLQCZ".charAt(kind));
      int numbers =
          switch (kind) {
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            case PathIterator.SEG_CLOSE -> 0;
            default -> 2;
          };
      for (int i = 0; i < numbers; i++) {
        data.append(i == 0 ? "" : " ").append(Text.format("%.3f", p[i]));
      }
    }
    return data.toString();
  }
}
