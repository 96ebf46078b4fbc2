package org.tonle.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.disk.FileHash;
import org.tonle.export.Exports;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Result manifest: the list of the files in a folder of results, each with its hash. Tonle
/// replaces and deletes only files of this list that still have this hash; a file of the same name
/// that somebody else wrote or changed is theirs.
///
/// @param hashes SHA-256 of each file
/// @param contents for databases also the SHA-256 without what changes when they are only opened
record ResultManifest(Map<String, String> hashes, Map<String, String> contents) {
  static final String NAME = "tonle-manifest.json";

  /// Files that file managers leave in any folder.
  private static final Set<String> DROPPED = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private static final String FILES = "files";
  private static final String CONTENTS = "contents";
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Writes the manifest of a folder that Tonle has just filled.
  static void write(Path folder) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode files = root.putObject(FILES);
    ObjectNode contents = root.putObject(CONTENTS);
    List<Path> written =
        Leftovers.list(folder).stream()
            .filter(f -> !name(f).equals(NAME) && !Leftovers.isClaim(f))
            .toList();
    Map<Path, String> hashes = hashes(written);
    for (Path file : written) {
      files.put(name(file), hashes.get(file));
      if (FileHash.isDatabase(file)) {
        contents.put(name(file), FileHash.ofContents(file));
      }
    }
    Files.writeString(folder.resolve(NAME), root.toPrettyString() + "\n");
  }

  /// The hashes of all files, on all cores: results of tens of megabytes take a second on one.
  private static Map<Path, String> hashes(List<Path> files) throws IOException {
    try {
      return files.parallelStream()
          .collect(Collectors.toConcurrentMap(f -> f, ResultManifest::hash));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNullElseGet(e.getCause(), IOException::new);
    }
  }

  private static String hash(Path file) {
    try {
      return FileHash.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The manifest of a folder; without any file if it has none.
  static ResultManifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    Map<String, String> hashes = new TreeMap<>();
    Map<String, String> contents = new TreeMap<>();
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try {
        JsonNode root = MAPPER.readTree(Files.readString(file));
        put(root.path(FILES), hashes);
        put(root.path(CONTENTS), contents);
      } catch (JacksonException e) {
        hashes.clear();
      }
    }
    return new ResultManifest(hashes, contents);
  }

  private static void put(JsonNode node, Map<String, String> hashes) {
    node.properties().forEach(e -> hashes.put(e.getKey(), e.getValue().asString("")));
  }

  /// The first file in the folder that is not Tonle's, or was changed since.
  Optional<Path> foreign(Path folder) throws IOException {
    for (Path file : Leftovers.list(folder)) {
      if (!isOurs(file) && !DROPPED.contains(name(file))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  boolean lists(Path file) {
    return hashes.containsKey(name(file));
  }

  private boolean isOurs(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String name = name(file);
    if (name.equals(NAME)) {
      return !hashes.isEmpty();
    }
    if (hashes.containsKey(name)) {
      return FileHash.of(file).equals(hashes.get(name))
          || (FileHash.isDatabase(file) && FileHash.ofContents(file).equals(contents.get(name)));
    }
    return isLeftByMapPrograms(file);
  }

  /// Programs that show the map leave two files beside it; with a map as it was and no waiting
  /// changes they hold nothing.
  private boolean isLeftByMapPrograms(Path file) throws IOException {
    boolean isShared = name(file).equals(Exports.MAP + "-shm");
    boolean isEmptyLog = name(file).equals(Exports.MAP + "-wal") && Files.size(file) == 0;
    return hashes.containsKey(Exports.MAP) && (isShared || isEmptyLog);
  }

  /// Deletes what is Tonle's from a folder that was replaced, moves the rest to the new folder
  /// where its name is free, and deletes the folder if nothing is left.
  ///
  /// @return whether the folder is gone
  static boolean retire(Path old, Path now) throws IOException {
    ResultManifest manifest = read(old);
    for (Path file : Leftovers.list(old)) {
      if (name(file).equals(NAME)) {
        continue;
      }
      if (manifest.isOurs(file)) {
        Files.delete(file);
      } else if (!Files.exists(now.resolve(name(file)), LinkOption.NOFOLLOW_LINKS)) {
        Files.move(file, now.resolve(name(file)));
      }
    }
    try (Stream<Path> rest = Files.list(old)) {
      if (!rest.allMatch(f -> name(f).equals(NAME))) {
        return false;
      }
    }
    Files.deleteIfExists(old.resolve(NAME));
    Files.delete(old);
    return true;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
