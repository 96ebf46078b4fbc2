package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.cli.console.HelpWords;
import org.tonle.i18n.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Help of `tonle serve` in three languages, and what it says of a folder that it cannot serve.
class ServeHelpTest {
  private static CommandLine serve(String language) {
    CommandLine all = new CommandLine(new Tonle());
    HelpWords.speak(all, Words.in(language));
    return serve(all);
  }

  private static CommandLine serve(CommandLine all) {
    return Objects.requireNonNull(all.getSubcommands().get("serve"));
  }

  @Test
  void theEnglishHelpIsThatOfTheCode() {
    String own = serve(new CommandLine(new Tonle())).getUsageMessage();
    assertEquals(own, serve("en").getUsageMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "km"})
  void everyOptionHasItsWords(String language) {
    CommandSpec english = serve("en").getCommandSpec();
    CommandSpec own = serve(language).getCommandSpec();
    for (int i = 0; i < own.args().size(); i++) {
      String words = String.join(" ", own.args().get(i).description());
      assertFalse(words.isEmpty(), own.args().get(i).toString());
      assertFalse(
          words.equals(String.join(" ", english.args().get(i).description())),
          own.args().get(i) + ": " + words);
    }
    String help = serve(language).getUsageMessage();
    assertFalse(help.contains("Usage:"), help);
    assertFalse(help.contains("Examples"), help);
  }

  @Test
  void aFolderWithoutAStudyIsRefusedAndLeftAsItIs(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "nothing of ours");
    CommandsTest.Ran run = CommandsTest.run("serve", folder, "--no-browser");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("study.toml"), run.err());
    assertTrue(run.err().contains("tonle new"), run.err());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
