package org.tonle.cli.option;

import org.tonle.i18n.Words;
import org.tonle.service.UsageProblem;
import picocli.CommandLine.Option;

/// Language option of a command's messages.
public final class LanguageOption {
  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "language of the messages: en, zh or km (default: ${DEFAULT-VALUE})")
  private String language = "en";

  public Words words() {
    return Words.in(known(language));
  }

  public static String known(String language) {
    if (!Words.LANGUAGES.contains(language)) {
      throw new UsageProblem("usage.language", language, String.join(", ", Words.LANGUAGES));
    }
    return language;
  }
}
