package org.tonle.cli.console;

import java.util.List;
import java.util.ListResourceBundle;
import org.tonle.i18n.Words;
import picocli.CommandLine;

/// Help words: the help of the commands that have it in three languages, for picocli. Keys are
/// picocli's, behind `help.`; a command without words keeps those of its annotations.
public final class HelpWords extends ListResourceBundle {
  private static final String PREFIX = "help.";

  private final Words words;

  private HelpWords(Words words) {
    this.words = words;
  }

  /// Gives each command the help of a language, where there is one.
  public static void speak(CommandLine all, Words words) {
    List<String> keys = words.keys().stream().filter(k -> k.startsWith(PREFIX)).toList();
    all.getSubcommands()
        .forEach(
            (name, command) -> {
              String own = PREFIX + command.getCommandSpec().qualifiedName(".") + ".";
              if (keys.stream().anyMatch(k -> k.startsWith(own))) {
                command.setResourceBundle(new HelpWords(words));
              }
            });
  }

  @Override
  protected Object[][] getContents() {
    return words.keys().stream()
        .filter(k -> k.startsWith(PREFIX))
        .map(k -> new Object[] {k.substring(PREFIX.length()), words.text(k)})
        .toArray(Object[][]::new);
  }
}
