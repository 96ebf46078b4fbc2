package org.tonle.bundle;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Bundle zip: one folder with the execute bits of its files.
///
/// All files have one time, whole and even in seconds, because a zip may keep no more; Java takes a
/// start cache only for a jar of the same time.
final class BundleZip {
  static final LocalDateTime TIME_LOCAL = LocalDateTime.of(2026, 1, 1, 0, 0);
  static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private BundleZip() {}

  /// @param folder folder that becomes the only one at the top of the zip
  static void write(Path folder, Path zip) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted().toList();
    }
    Path top = folder.resolveSibling("");
    Map<String, String> how = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem system =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toAbsolutePath().toUri()), how)) {
      for (Path file : files) {
        Path to = system.getPath(top.relativize(file).toString().replace('\\', '/'));
        boolean isFolder = Files.isDirectory(file);
        if (isFolder) {
          Files.createDirectory(to);
        } else {
          Files.copy(file, to);
        }
        boolean isExecutable = isFolder || isExecutable(folder.relativize(file), file);
        Files.setAttribute(
            to,
            "zip:permissions",
            PosixFilePermissions.fromString(isExecutable ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(to, TIME);
      }
    }
  }

  /// Windows calls every file executable.
  private static boolean isExecutable(Path place, Path file) {
    return place.equals(Path.of("tonle"))
        || (place.startsWith("runtime") && Files.isExecutable(file));
  }
}
