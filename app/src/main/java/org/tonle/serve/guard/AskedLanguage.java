package org.tonle.serve.guard;

import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tonle.i18n.Words;

/// Asked language: that of the query, else the first that the browser accepts and Tonle speaks,
/// else English.
public final class AskedLanguage {
  private AskedLanguage() {}

  public static Words of(Context asked) {
    String query = asked.queryParam("lang");
    return Words.in(
        query != null && Words.LANGUAGES.contains(query)
            ? query
            : accepted(asked.header("Accept-Language")));
  }

  /// The language that a message names, whatever else is wrong with it.
  public static Words ofText(String message) {
    return Words.in(
        Words.LANGUAGES.stream()
            .filter(l -> message.matches("(?s).*\"lang\"\\s*:\\s*\"" + l + "\".*"))
            .findFirst()
            .orElse("en"));
  }

  static String accepted(@Nullable String header) {
    if (header != null) {
      for (String one : header.split(",", 20)) {
        String language = one.strip().toLowerCase(Locale.ROOT).split("[-_;]", 2)[0];
        if (Words.LANGUAGES.contains(language)) {
          return language;
        }
      }
    }
    return "en";
  }
}
