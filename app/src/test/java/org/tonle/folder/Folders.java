package org.tonle.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Copies of the tutorial study that a test may spoil.
public final class Folders {
  private Folders() {}

  /// A study of the project.
  public static Path study(String name) {
    return Path.of(System.getProperty("tonle.home", ".."), "studies", name);
  }

  /// A copy of the tutorial study in `folder`.
  public static Path twoTowns(Path folder) throws IOException {
    Path from = study("two-towns");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files =
          walk.filter(Files::isRegularFile).filter(f -> !f.toString().contains(".tonle")).toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(from.relativize(file).toString());
      Path parent = copy.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.copy(file, copy);
    }
    return folder;
  }

  /// The tutorial study once more, over a spoilt copy.
  static void twoTownsAgain(Path folder) throws IOException {
    Files.copy(
        study("two-towns").resolve("towns.csv"),
        folder.resolve("towns.csv"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /// Changes the text of one file.
  static void edit(Path folder, String file, UnaryOperator<String> change) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.exists(path) ? Files.readString(path) : "";
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("Nothing changed in %s.".formatted(file));
    }
    Files.write(path, after.getBytes(StandardCharsets.UTF_8));
  }
}
