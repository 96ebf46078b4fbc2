package org.tonle.service;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Leftovers: half-written folders, their names, and how to clean up after a killed process.
///
/// Beside a folder `out` there may be `.tonle-out-PID.part`, written by process PID, and
/// `.tonle-out-PID.old`, the previous `out` during the exchange. Inside an empty folder there may
/// be `.tonle-PID.part`. A part names itself in a file of its own; a folder of such a name without
/// that file is somebody else's.
public final class Leftovers {
  private static final int TRIES = 5;
  private static final String CLAIM = ".tonle-part";
  private static final Pattern INSIDE = Pattern.compile("\\.tonle-(\\d{1,18})\\.part");

  private Leftovers() {}

  static Path beside(Path target, String end) {
    return target.resolveSibling(
        ".tonle-" + target.getFileName() + "-" + ProcessHandle.current().pid() + end);
  }

  static Path inside(Path target) {
    return target.resolve(".tonle-" + ProcessHandle.current().pid() + ".part");
  }

  /// The place itself instead of a link to it.
  public static Path real(Path place) throws IOException {
    return Files.exists(place) ? place.toRealPath() : place.toAbsolutePath().normalize();
  }

  /// Creates a part, which says that Tonle may delete it.
  static void create(Path part) throws IOException {
    if (Files.exists(part)) {
      if (!isClaimed(part)) {
        throw new FileAlreadyExistsException(part.toString());
      }
      delete(part);
    }
    Files.createDirectory(part);
    Files.writeString(part.resolve(CLAIM), name(part));
  }

  /// Ends the claim on a part whose files are complete.
  static void release(Path part) throws IOException {
    Files.deleteIfExists(part.resolve(CLAIM));
  }

  static boolean isClaim(Path file) {
    return name(file).equals(CLAIM);
  }

  private static boolean isClaimed(Path part) throws IOException {
    Path claim = part.resolve(CLAIM);
    return Files.isRegularFile(claim) && Files.readString(claim).equals(name(part));
  }

  /// What lies in a folder, in order of name.
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  public static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(Leftovers::isPart);
    }
  }

  static boolean isPart(Path file) {
    return INSIDE.matcher(name(file)).matches();
  }

  /// Removes what killed processes left of `target`; returns whether the contents before the last
  /// exchange had to be restored.
  public static boolean tidy(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return false;
    }
    Pattern beside =
        Pattern.compile(
            Pattern.quote(".tonle-" + name(target) + "-") + "(\\d{1,18})\\.(?:part|old)");
    boolean isRestored = false;
    for (Path file : dead(parent, beside)) {
      if (name(file).endsWith(".old") && !Files.exists(target)) {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        isRestored = true;
      } else if (name(file).endsWith(".old")) {
        ResultManifest.retire(file, target);
      } else if (isClaimed(file)) {
        delete(file);
      }
    }
    if (Files.isDirectory(target)) {
      for (Path file : dead(target, INSIDE)) {
        if (isClaimed(file)) {
          delete(file);
        }
      }
    }
    return isRestored;
  }

  private static List<Path> dead(Path folder, Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> isDead(pattern.matcher(name(f))) && Files.isDirectory(f, NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static boolean isDead(Matcher name) {
    if (!name.matches()) {
      return false;
    }
    // A process of this number that left something ended before this one began.
    long pid = Long.parseLong(name.group(1));
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  /// Deletes a folder, and tries again if something was written to it meanwhile.
  public static void delete(Path folder) throws IOException {
    for (int attempt = 1; Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (attempt == TRIES) {
          throw e instanceof UncheckedIOException unchecked
              ? unchecked.getCause()
              : (IOException) e;
        }
      }
    }
  }
}
