package org.tonle.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The libraries in the jar, and how they come out of it.
class NativeLibraryTest {
  private static final Platform LINUX = Platform.of("Linux", "amd64");
  @TempDir Path folder;

  @Test
  void everyPlatformHasBothSolvers() throws IOException {
    for (String[] machine :
        new String[][] {
          {"Linux", "amd64"},
          {"Linux", "aarch64"},
          {"Mac OS X", "aarch64"},
          {"Mac OS X", "x86_64"},
          {"Windows 11", "amd64"}
        }) {
      Platform platform = Platform.of(machine[0], machine[1]);
      Path file = folder.resolve(platform.folder());
      Packed.of(platform.folder() + "/" + platform.highs()).unpack(file);
      assertTrue(Files.size(file) > 1_000_000, file::toString);
      for (String name : platform.scip()) {
        Packed.of(platform.folder() + "/" + name);
      }
    }
  }

  @Test
  void aSoundCopyIsKeptAndABrokenOneReplaced() throws IOException {
    Path file = folder.resolve("copy");
    Packed packed = Packed.of(LINUX.folder() + "/" + LINUX.highs());
    packed.unpack(file);
    byte[] whole = Files.readAllBytes(file);
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, old);
    packed.unpack(file);
    assertEquals(old, Files.getLastModifiedTime(file));
    whole[1000]++;
    Files.write(file, whole);
    packed.unpack(file);
    whole[1000]--;
    assertArrayEquals(whole, Files.readAllBytes(file));
    Files.write(file, new byte[7]);
    packed.unpack(file);
    assertArrayEquals(whole, Files.readAllBytes(file));
  }

  @Test
  void programsThatStartAtOnceDoNotDisturbOneAnother() throws IOException {
    Path file = folder.resolve("copy");
    Packed packed = Packed.of(LINUX.folder() + "/" + LINUX.highs());
    List<Integer> failed =
        IntStream.range(0, 16).parallel().filter(_ -> !unpacks(packed, file)).boxed().toList();
    assertEquals(List.of(), failed);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  private static boolean unpacks(Packed packed, Path file) {
    try {
      packed.unpack(file);
      return packed.isSound(file);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aMachineWithoutALibraryGetsASentence() {
    Platform strange = Platform.of("SunOS", "sparcv9");
    String sentence =
        assertThrows(
                MissingSolverException.class,
                () -> NativeLibrary.load("highs", strange, List.of(strange.highs())))
            .getMessage();
    assertEquals(
        "The solver highs cannot be loaded on this machine (sunos, sparcv9), so plans cannot be made"
            + " here; everything else works. Cause: this build of Tonle has no"
            + " ortools-sunos-sparcv9/libhighs.so.1",
        sentence);
  }
}
