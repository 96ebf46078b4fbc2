package org.tonle.solve;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
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
    Packed last = Packed.of(platform.folder() + "/" + names.getLast());
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

  @SuppressWarnings("restricted") // the one door to native code
  private SymbolLookup load(List<String> names, Path folder) throws IOException {
    @Nullable SymbolLookup symbols = null;
    for (String name : names) {
      Path file = folder.resolve(name);
      Packed.of(platform.folder() + "/" + name).unpack(file);
      symbols = SymbolLookup.libraryLookup(file, Arena.global());
    }
    if (symbols == null) {
      throw new IllegalArgumentException("no files are named");
    }
    return symbols;
  }
}
