package org.tonle.bundle;

import java.util.List;
import java.util.Locale;

/// Machine: an operating system and a kind of processor, and what files are called there.
///
/// @param system "linux", "macos" or "windows"
/// @param processor "x64" or "aarch64", or what Java calls another one
public record Machine(String system, String processor) {

  /// The machine this program runs on.
  public static Machine here() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /// A machine by what Java calls it.
  static Machine of(String name, String architecture) {
    String lower = name.toLowerCase(Locale.ROOT);
    String system =
        lower.startsWith("windows") ? "windows" : lower.startsWith("mac") ? "macos" : "linux";
    boolean isX64 = List.of("amd64", "x86_64", "x64").contains(architecture);
    return new Machine(system, isX64 ? "x64" : architecture);
  }

  boolean isWindows() {
    return system.equals("windows");
  }

  /// The last part of the name of a bundle.
  String name() {
    return system + "-" + processor;
  }

  String java() {
    return isWindows() ? "java.exe" : "java";
  }

  /// Folder of the library of SQLite inside its jar.
  String nativeFolder() {
    String folder =
        switch (system) {
          case "windows" -> "Windows";
          case "macos" -> "Mac";
          default -> "Linux";
        };
    return folder + "/" + (processor.equals("x64") ? "x86_64" : processor);
  }

  /// Name of the library of SQLite.
  String nativeFile() {
    return switch (system) {
      case "windows" -> "sqlitejdbc.dll";
      case "macos" -> "libsqlitejdbc.dylib";
      default -> "libsqlitejdbc.so";
    };
  }

  /// Folder of the libraries of the solvers inside the jar.
  String solverFolder() {
    String folder =
        switch (system) {
          case "windows" -> "win32";
          case "macos" -> "darwin";
          default -> "linux";
        };
    return "ortools-" + folder + "-" + (processor.equals("x64") ? "x86-64" : processor) + "/";
  }
}
