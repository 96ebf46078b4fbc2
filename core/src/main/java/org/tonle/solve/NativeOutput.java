package org.tonle.solve;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/// Output of native code: HiGHS 1.12 prints lines of its own tests whatever its options say, into
/// the JSON that a command may be printing.
final class NativeOutput {
  private NativeOutput() {}

  /// Lets the C library print to nowhere, where that can be done without closing what Java prints
  /// to: its variable for standard output is given another file.
  static void silence() {
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    Optional<MemorySegment> output = library.find("stdout").or(() -> library.find("__stdoutp"));
    if (output.isEmpty() || library.find("fopen").isEmpty()) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nowhere =
          NativeFunction.returning(ADDRESS, library, "fopen", ADDRESS, ADDRESS)
              .address(arena.allocateFrom("/dev/null"), arena.allocateFrom("w"));
      if (!nowhere.equals(MemorySegment.NULL)) {
        NativeFunction.sized(output.get(), ADDRESS.byteSize()).set(ADDRESS, 0, nowhere);
      }
    }
  }
}
