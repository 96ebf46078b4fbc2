package org.tonle.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonle.convert.Text;

/// Words of one language. The machine's locale has no influence.
public final class Words {
  /// Languages of the product.
  public static final List<String> LANGUAGES = List.of("en", "zh", "km");

  private static final List<String> CATALOGUES =
      List.of("problems", "cli", "report", "compare", "book", "explain", "chart", "plan", "serve");
  private static final Pattern SLOT =
      Pattern.compile("\\{[0-9](?:\\|(?<one>[^|{}]*)\\|(?<more>[^|{}]*))?}");
  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  private final String language;
  private final Properties texts = new Properties();

  private Words(String language) {
    this.language = language;
    for (String catalogue : CATALOGUES) {
      try (InputStream in =
          Words.class.getResourceAsStream(catalogue + "_" + language + ".properties")) {
        if (in != null) {
          texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// @param language "en", "zh" or "km"
  public static Words in(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(Text.format("No language %s.", language));
    }
    return LOADED.computeIfAbsent(language, Words::new);
  }

  public String language() {
    return language;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  public Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /// The text of a key, with {0}, {1} … replaced by the arguments as they are, and {0|is|are} by
  /// the first form where argument 0 reads "1", else by the second. Chinese and Khmer need no
  /// forms.
  public String text(String key, Object... arguments) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException(Text.format("No text %s in %s.", key, language));
    }
    return arguments.length == 0 ? text : fill(text, arguments);
  }

  private static String fill(String text, Object[] arguments) {
    Matcher slot = SLOT.matcher(text);
    StringBuilder filled = new StringBuilder(text.length() + 16 * arguments.length);
    int from = 0;
    while (slot.find()) {
      int number = text.charAt(slot.start() + 1) - '0';
      if (number < arguments.length) {
        String value = String.valueOf(arguments[number]);
        boolean isOne = value.equals("1");
        String form = slot.group(isOne ? "one" : "more");
        filled.append(text, from, slot.start()).append(form == null ? value : form);
        from = slot.end();
      }
    }
    return filled.append(text, from, text.length()).toString();
  }
}
