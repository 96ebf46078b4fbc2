package org.tonle.bench.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Work folder: a copy of a clean study in which one damage at a time is done and undone.
final class WorkFolder implements AutoCloseable {
  private final Path folder;
  private final Map<String, byte[]> clean;

  WorkFolder(StudyText study) throws IOException {
    folder = Files.createTempDirectory("tonle-torture");
    clean = study.files();
    for (Map.Entry<String, byte[]> file : clean.entrySet()) {
      write(file.getKey(), file.getValue());
    }
  }

  Path folder() {
    return folder;
  }

  void damage(Map<String, Optional<byte[]>> files) throws IOException {
    for (String file : files.keySet()) {
      delete(folder.resolve(file));
    }
    for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
      if (file.getValue().isPresent()) {
        write(file.getKey(), file.getValue().get());
      }
    }
  }

  void mend(Map<String, Optional<byte[]>> files) throws IOException {
    for (String file : files.keySet()) {
      boolean isTop = file.startsWith("scenarios/") || !file.contains("/");
      delete(folder.resolve(isTop ? file : file.substring(0, file.indexOf('/'))));
    }
    for (String file : files.keySet()) {
      byte @Nullable [] bytes = clean.get(file);
      if (bytes != null) {
        write(file, bytes);
      }
    }
  }

  private void write(String file, byte[] bytes) throws IOException {
    Path path = folder.resolve(file);
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(path, bytes);
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }
}
