package org.tonle.report.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Pictures as pixels. The tests need any one Latin font on the machine; Khmer is packaged.
class RasterTest {
  private static final String STYLE =
      "<style>:root{--red:#FF0000}@media print{.a{fill:#00FF00}}"
          + ".a{fill:var(--red)}.b .a{fill:#0000FF}@font-face{src:x}</style>";

  private static BufferedImage drawn(String inside) throws IOException, NoFontException {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-10 0 1000 100'>"
            + STYLE
            + inside
            + "</svg>";
    return ImageIO.read(new ByteArrayInputStream(Raster.png(svg)));
  }

  /// Pixels are twice as fine as the picture's units, from its left edge at -10.
  private static int colour(BufferedImage image, double x, double y) {
    return image.getRGB((int) (2 * (x + 10)), (int) (2 * y)) & 0xFFFFFF;
  }

  @Test
  void aPictureIsTwiceAsFineAndWhite() throws Exception {
    BufferedImage image = drawn("<rect class='a' x='0' y='0' width='50' height='50'/>");
    assertEquals(2000, image.getWidth());
    assertEquals(200, image.getHeight());
    assertEquals(0xFF0000, colour(image, 25, 25));
    assertEquals(0xFFFFFF, colour(image, 75, 25));
  }

  @Test
  void aSmallPictureFillsAPage() throws Exception {
    byte[] png = Raster.png("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 100'></svg>");
    assertEquals(1600, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
  }

  @Test
  void aRuleGoesOverAnAttributeAndAnAncestorOverAClass() throws Exception {
    BufferedImage image =
        drawn(
            "<g class='b'><rect class='a' fill='#00FFFF' x='0' y='0' width='50' height='50'/></g>"
                + "<rect class='a' style='fill:#123456' x='100' y='0' width='50' height='50'/>");
    assertEquals(0x0000FF, colour(image, 25, 25));
    assertEquals(0x123456, colour(image, 125, 25));
  }

  /// A sign below a letter takes no room of its own, and a vowel before it is drawn before it.
  @Test
  void khmerIsShaped() throws Exception {
    Lettering lettering = new Lettering();
    String ka = lettering.path("ក", 0, 0, 100, false, "start");
    String kra = lettering.path("ក្រ", 0, 0, 100, false, "start");
    assertTrue(left(kra) < left(ka) + 200);
    String apart =
        lettering.path("ក", 0, 0, 100, false, "start")
            + lettering.path("រ", 100, 0, 100, false, "start");
    assertNotEquals(apart, kra);
    BufferedImage image = drawn("<text x='0' y='60' font-size='40'>ទន្លេមេគង្គ</text>");
    assertTrue(dark(image) > 500, "dark pixels: " + dark(image));
  }

  private static double left(String path) {
    return Double.parseDouble(path.substring(1, path.indexOf(' ')));
  }

  private static long dark(BufferedImage image) {
    long dark = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void wordsStandWhereTheirAnchorSays() throws Exception {
    BufferedImage image = drawn("<text x='900' y='60' font-size='40' text-anchor='end'>MMM</text>");
    boolean isLeft = false;
    boolean isRight = false;
    for (int y = 20; y < 70; y++) {
      for (int x = 700; x < 899; x++) {
        isLeft |= colour(image, x, y) < 0x808080;
      }
      for (int x = 905; x < 980; x++) {
        isRight |= colour(image, x, y) < 0x808080;
      }
    }
    assertTrue(isLeft);
    assertEquals(false, isRight);
  }

  /// No font has letters of a private use area.
  @Test
  void aScriptThatNoFontHasIsToldAndNotDrawnAsBoxes() {
    assertThrows(NoFontException.class, () -> drawn("<text x='0' y='60'>\uDBC0\uDC00</text>"));
  }

  @Test
  void aFontThatIsNoneIsTold() {
    assertThrows(IOException.class, () -> Woff.trueType(new byte[60]));
  }
}
