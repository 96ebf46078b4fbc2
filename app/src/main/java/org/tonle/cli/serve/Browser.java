package org.tonle.cli.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Browser of this computer, opened by what the system has for it; where it has nothing, the
/// address on the console suffices.
final class Browser {
  private Browser() {}

  static void open(String url) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
            : List.of(system.contains("mac") ? "open" : "xdg-open", url);
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The address was printed, and opens in any browser.
      return;
    }
  }
}
