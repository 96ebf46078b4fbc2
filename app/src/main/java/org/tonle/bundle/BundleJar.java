package org.tonle.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Bundle jar: the program's jar, with the libraries of SQLite beside it instead of inside, so that
/// nothing is unpacked when it runs. The solvers' libraries stay inside, those of its machine
/// alone.
final class BundleJar {
  private static final String NATIVES = "org/sqlite/native/";
  private static final String SOLVERS = "ortools-";

  private BundleJar() {}

  /// Copies the jar and puts libraries beside it.
  ///
  /// @param only machine whose library is wanted; empty for all machines, each in its own folder
  static void copy(Path jar, Path lib, Optional<Machine> only) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(lib.resolve("tonle.jar"));
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (entry.getName().startsWith(NATIVES)) {
          Optional<Path> place = place(entry.getName().substring(NATIVES.length()), lib, only);
          if (place.isPresent() && !entry.isDirectory()) {
            Files.createDirectories(place.get().resolveSibling(""));
            try (InputStream in = from.getInputStream(entry)) {
              Files.copy(in, place.get());
            }
          }
          continue;
        }
        if (isOfAnotherMachine(entry.getName(), only)) {
          continue;
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(BundleZip.TIME_LOCAL);
        to.putNextEntry(copy);
        try (InputStream in = from.getInputStream(entry)) {
          in.transferTo(to);
        }
        to.closeEntry();
      }
    }
  }

  /// Whether the file is a solver's library that the bundle's machine has no use for.
  private static boolean isOfAnotherMachine(String name, Optional<Machine> only) {
    return name.startsWith(SOLVERS)
        && only.isPresent()
        && !name.startsWith(only.get().solverFolder());
  }

  private static Optional<Path> place(String name, Path lib, Optional<Machine> only) {
    if (only.isEmpty()) {
      return Optional.of(lib.resolve(name));
    }
    String file = only.get().nativeFile();
    return name.equals(only.get().nativeFolder() + "/" + file)
        ? Optional.of(lib.resolve(file))
        : Optional.empty();
  }
}
