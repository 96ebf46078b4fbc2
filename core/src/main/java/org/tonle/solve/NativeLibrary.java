package org.tonle.solve;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Native library of a solver: unpacked from the jar once, to the user's cache, and loaded.
///
/// The folder is named by the library's checksum, so that two versions of Tonle share none, and a
/// file found there is used only if it has the size and the checksum of the jar's. A file is moved
/// to its name when it is whole, so that several programs may start at once.
final class NativeLibrary {
  private final String solver;
  private final Platform platform;

  private NativeLibrary(String solver, Platform platform) {
    this.solver = solver;
    this.platform = platform;
  }

  /// Loads the files of one solver in order; the last one is asked for its symbols.
  static SymbolLookup load(String solver, Platform platform, List<String> names) {
    try {
      return new NativeLibrary(solver, platform).load(names);
    } catch (IOException | IllegalArgumentException | UnsatisfiedLinkError e) {
      throw new MissingSolverException(
          "The solver "
              + solver
              + " cannot be loaded on this machine ("
              + platform.system()
              + ", "
              + platform.processor()
              + "), so plans cannot be made here; everything else works. Cause: "
              + e.getMessage(),
          e);
    }
  }

  private SymbolLookup load(List<String> names) throws IOException {
    Packed last = new Packed(platform.folder() + "/" + names.getLast());
    String folder = solver + "-" + HexFormat.of().toHexDigits((int) last.checksum());
    Path cache = Path.of(platform.cache());
    SymbolLookup symbols;
    try {
      symbols = load(names, Files.createDirectories(cache.resolve(folder)));
    } catch (FileSystemException e) {
      symbols = load(names, temporary());
    }
    return symbols;
  }

  private static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("tonle-solver");
    folder.toFile().deleteOnExit();
    return folder;
  }

  private SymbolLookup load(List<String> names, Path folder) throws IOException {
    @Nullable SymbolLookup symbols = null;
    for (String name : names) {
      Path file = folder.resolve(name);
      new Packed(platform.folder() + "/" + name).unpack(file);
      symbols = SymbolLookup.libraryLookup(file, Arena.global());
    }
    if (symbols == null) {
      throw new IllegalArgumentException("no files are named");
    }
    return symbols;
  }

  /// File in the jar.
  static final class Packed {
    private final URL place;
    private final long size;
    private final long checksum;

    Packed(String name) throws IOException {
      @Nullable URL found = NativeLibrary.class.getClassLoader().getResource(name);
      if (found == null) {
        throw new IOException("this build of Tonle has no " + name);
      }
      place = found;
      URLConnection connection = place.openConnection();
      if (connection instanceof JarURLConnection jar) {
        size = jar.getJarEntry().getSize();
        checksum = jar.getJarEntry().getCrc();
      } else {
        byte[] contents = contents();
        size = contents.length;
        checksum = checksum(contents);
      }
    }

    long checksum() {
      return checksum;
    }

    /// Writes the file to this path, unless a sound copy is there.
    void unpack(Path file) throws IOException {
      if (isSound(file)) {
        return;
      }
      Path whole = Files.createTempFile(file.resolveSibling(""), "unpacking", ".part");
      try {
        Files.write(whole, contents());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // Windows does not replace a file that another program has just put there and loaded.
        Files.deleteIfExists(whole);
        if (!isSound(file)) {
          throw e;
        }
      }
    }

    private boolean isSound(Path file) throws IOException {
      return Files.isRegularFile(file)
          && Files.size(file) == size
          && checksum(Files.readAllBytes(file)) == checksum;
    }

    private byte[] contents() throws IOException {
      try (InputStream in = place.openStream()) {
        return in.readAllBytes();
      }
    }

    private static long checksum(byte[] contents) {
      CRC32 sum = new CRC32();
      sum.update(contents);
      return sum.getValue();
    }
  }
}
