package org.tonle.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.OSInfo;

/// SQLite library: used from beside the jar where a bundle has put it; otherwise SQLite unpacks its
/// own to the temporary folder.
public final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /// Refuses to begin where the library would have to be unpacked and cannot be.
  public static void require() throws TemporaryFolderFault {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
    if (System.getProperty(FOLDER) == null && !Files.isWritable(temporary)) {
      throw new TemporaryFolderFault(temporary);
    }
  }

  /// Tells SQLite where its library lies.
  public static void find() throws IOException {
    Path code = ProgramPlace.find();
    if (System.getProperty(FOLDER) != null || !Files.isRegularFile(code)) {
      return;
    }
    Path lib = code.resolveSibling("");
    String file = System.mapLibraryName("sqlitejdbc");
    if (Files.exists(lib.resolve(file))) {
      System.setProperty(FOLDER, lib.toString());
    } else if (Files.isDirectory(lib.resolve("Linux"))) {
      Path own = lib.resolve(OSInfo.getNativeLibFolderPathForCurrentOS());
      if (Files.exists(own.resolve(file))) {
        System.setProperty(FOLDER, own.toString());
      }
    }
  }
}
