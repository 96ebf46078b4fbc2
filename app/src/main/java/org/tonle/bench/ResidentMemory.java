package org.tonle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Resident memory: the most that the whole process has held, native libraries included.
public final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private ResidentMemory() {}

  /// Puts the process's peak where the system tells it (Linux), else that of the heap.
  public static void put(Measurements figures) {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(PEAK)) {
          String kilobytes = line.substring(PEAK.length()).replace("kB", "").strip();
          figures.put("memory_mb", Long.parseLong(kilobytes) * 1024 / 1e6);
          return;
        }
      }
    } catch (IOException e) {
      // Not told here.
    }
    figures.putHeap();
  }
}
