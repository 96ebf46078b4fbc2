package org.tonle.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.tonle.convert.Text;

/// Document of a report: one file that contains its style, fonts and script.
public final class Document {
  private final String language;
  private final String edition;

  /// @param edition line at head and foot that says what the report is about
  public Document(String language, String edition) {
    this.language = language;
    this.edition = edition;
  }

  /// @param definitions mark-up that pictures refer to
  /// @param foot line at the foot of every printed page
  public void open(Html html, String title, String definitions, String foot) throws IOException {
    html.raw("<!DOCTYPE html>\n<html lang='" + language + "'>\n<head>\n<meta charset='utf-8'>\n");
    html.raw("<meta name='viewport' content='width=device-width, initial-scale=1'>\n");
    html.element("title", title);
    html.raw("<style>\n").raw(style()).raw(printed(foot)).raw("</style>\n</head>\n<body>\n");
    html.raw(definitions);
    html.raw("<header>").element("b", "Tonle").element("span", edition).raw("</header>\n<main>\n");
  }

  public void close(Html html) throws IOException {
    html.raw("</main>\n").element("footer class='foot'", edition);
    html.raw("<script>\n").raw(text("report.js")).raw("</script>\n</body>\n</html>\n");
  }

  /// The foot of printed pages, with their numbers.
  private static String printed(String foot) {
    String words = foot.replace("\\", "\\\\").replace("\"", "\\22 ").replace("<", "\\3c ");
    String look = "font:8pt var(--sans);color:#4F5D64";
    return "@page{@bottom-left{content:\""
        + words
        + "\";"
        + look
        + ";width:85%}@bottom-right{content:counter(page) \" / \" counter(pages);"
        + look
        + "}}\n";
  }

  /// Style of the page with its fonts.
  public String style() throws IOException {
    return fonts() + text("report.css");
  }

  /// Embeds the Khmer fonts; machines whose readers use other scripts have fonts for them.
  private String fonts() throws IOException {
    if (!language.equals("km")) {
      return "";
    }
    return font("Noto Sans Khmer", 400, "noto-sans-khmer-khmer-400-normal.woff2")
        + font("Noto Sans Khmer", 600, "noto-sans-khmer-khmer-600-normal.woff2")
        + font("Noto Serif Khmer", 600, "noto-serif-khmer-khmer-600-normal.woff2");
  }

  private static String font(String family, int weight, String file) throws IOException {
    return Text.format(
        "@font-face{font-family:\"%s\";font-weight:%d;src:url(data:font/woff2;base64,%s) format(\"woff2\");unicode-range:U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC}\n",
        family, weight, Base64.getEncoder().encodeToString(bytes("fonts/" + file)));
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Document.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
