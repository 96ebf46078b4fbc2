package org.tonle.packed;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonle.disk.ProgramPlace;

/// Packed study, which comes with Tonle inside its jar.
///
/// @param folder folder of the study, readable until it is closed
public record PackedStudy(Path folder, Optional<FileSystem> jar) implements AutoCloseable {

  public static PackedStudy open(String name) throws IOException {
    Path code = ProgramPlace.find();
    if (Files.isDirectory(code)) {
      return new PackedStudy(code.resolve("studies").resolve(name), Optional.empty());
    }
    FileSystem jar = FileSystems.newFileSystem(code);
    return new PackedStudy(jar.getPath("studies", name), Optional.of(jar));
  }

  public void copyTo(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path copy = target.resolve(folder.relativize(file).toString()).toAbsolutePath();
      Path parent = copy.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.copy(file, copy);
    }
  }

  @Override
  public void close() throws IOException {
    if (jar.isPresent()) {
      jar.get().close();
    }
  }
}
