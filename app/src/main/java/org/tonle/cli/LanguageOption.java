package org.tonle.cli;

import org.tonle.i18n.Words;
import picocli.CommandLine.Option;

/// In which language a command speaks.
final class LanguageOption {
  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "language of the messages: en, zh or km (default: ${DEFAULT-VALUE})")
  private String language = "en";

  Words words() {
    return Words.in(known(language));
  }

  static String known(String language) {
    if (!Words.LANGUAGES.contains(language)) {
      throw new UsageProblem("usage.language", language, String.join(", ", Words.LANGUAGES));
    }
    return language;
  }
}
