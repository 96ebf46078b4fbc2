package org.tonle.report.page;

/// HTML of a page. Whatever comes from a study must go through [#escape].
public final class Html {
  private final StringBuilder text = new StringBuilder(1 << 16);

  /// Adds mark-up as it is.
  public Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /// Adds an element with words in it.
  public Html element(String tag, String words) {
    text.append('<').append(tag).append('>').append(escape(words));
    int blank = tag.indexOf(' ');
    text.append("</").append(blank < 0 ? tag : tag.substring(0, blank)).append(">\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  public static String escape(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> {
          if (c >= ' ' || c == '\n' || c == '\t') {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }
}
