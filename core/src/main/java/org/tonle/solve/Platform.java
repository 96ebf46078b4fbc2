package org.tonle.solve;

import java.util.List;
import java.util.Locale;

/// Platform: the machine's system and processor, and how libraries are named there.
record Platform(String system, String processor) {
  static Platform here() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String systemName, String processorName) {
    String name = systemName.toLowerCase(Locale.ROOT);
    String system = name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "darwin" : name;
    String processor =
        switch (processorName.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86-64";
          case "arm64", "aarch64" -> "aarch64";
          default -> processorName;
        };
    return new Platform(system, processor);
  }

  /// The folder of the platform's libraries in the jar.
  String folder() {
    return "ortools-" + system + "-" + processor;
  }

  String highs() {
    return switch (system) {
      case "win32" -> "highs.dll";
      case "darwin" -> "libhighs.1.dylib";
      default -> "libhighs.so.1";
    };
  }

  /// SCIP, after the library that it needs itself.
  List<String> scip() {
    return switch (system) {
      case "win32" -> List.of("zlib1.dll", "libscip.dll");
      case "darwin" -> List.of("libz.1.dylib", "libscip.10.0.dylib");
      default -> List.of("libz.so.1", "libscip.so.10.0");
    };
  }

  /// Where programs of this system keep what they can make anew.
  String cache() {
    String home = System.getProperty("user.home", "");
    return switch (system) {
      case "win32" -> variable("LOCALAPPDATA", home + "/AppData/Local") + "/Tonle/cache";
      case "darwin" -> home + "/Library/Caches/tonle";
      default -> variable("XDG_CACHE_HOME", home + "/.cache") + "/tonle";
    };
  }

  private static String variable(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
