package org.tonle.solve;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;

/// HiGHS library: those of its C functions that Tonle calls (highs_c_api.h).
final class HighsLibrary {
  private static final FunctionDescriptor CALLBACK =
      FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);

  private static final LazyLibrary<HighsLibrary> LIBRARY =
      new LazyLibrary<>(() -> load(Platform.here()));

  final NativeFunction version;
  final NativeFunction create;
  final NativeFunction destroy;
  final NativeFunction passModel;
  final NativeFunction columnCount;
  final NativeFunction rowCount;
  final NativeFunction nonZeroCount;
  final NativeFunction setBoolean;
  final NativeFunction setInteger;
  final NativeFunction setNumber;
  final NativeFunction setText;
  final NativeFunction setSolution;
  final NativeFunction setSparseSolution;
  final NativeFunction changeColumnCosts;
  final NativeFunction setCallback;
  final NativeFunction startCallback;
  final NativeFunction callbackItem;
  final NativeFunction run;
  final NativeFunction modelStatus;
  final NativeFunction numberInfo;
  final NativeFunction integerInfo;
  final NativeFunction solution;
  final NativeFunction runTime;
  final NativeFunction resetThreads;

  private final SymbolLookup symbols;

  private HighsLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
    version = NativeFunction.returning(ADDRESS, symbols, "Highs_version");
    create = NativeFunction.returning(ADDRESS, symbols, "Highs_create");
    destroy = procedure("Highs_destroy", ADDRESS);
    passModel = integer("Highs_passModel", passModelArguments());
    columnCount = integer("Highs_getNumCol", ADDRESS);
    rowCount = integer("Highs_getNumRow", ADDRESS);
    nonZeroCount = integer("Highs_getNumNz", ADDRESS);
    setBoolean = integer("Highs_setBoolOptionValue", ADDRESS, ADDRESS, JAVA_INT);
    setInteger = integer("Highs_setIntOptionValue", ADDRESS, ADDRESS, JAVA_INT);
    setNumber = integer("Highs_setDoubleOptionValue", ADDRESS, ADDRESS, JAVA_DOUBLE);
    setText = integer("Highs_setStringOptionValue", ADDRESS, ADDRESS, ADDRESS);
    setSolution = integer("Highs_setSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    setSparseSolution = integer("Highs_setSparseSolution", ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    changeColumnCosts =
        integer("Highs_changeColsCostByRange", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    setCallback = integer("Highs_setCallback", ADDRESS, ADDRESS, ADDRESS);
    startCallback = integer("Highs_startCallback", ADDRESS, JAVA_INT);
    callbackItem =
        NativeFunction.returning(
            ADDRESS, symbols, "Highs_getCallbackDataOutItem", ADDRESS, ADDRESS);
    run = integer("Highs_run", ADDRESS);
    modelStatus = integer("Highs_getModelStatus", ADDRESS);
    numberInfo = integer("Highs_getDoubleInfoValue", ADDRESS, ADDRESS, ADDRESS);
    integerInfo = integer("Highs_getIntInfoValue", ADDRESS, ADDRESS, ADDRESS);
    solution = integer("Highs_getSolution", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    runTime = NativeFunction.returning(JAVA_DOUBLE, symbols, "Highs_getRunTime", ADDRESS);
    resetThreads = procedure("Highs_resetGlobalScheduler", JAVA_INT);
  }

  /// The library, loaded when first asked for.
  static HighsLibrary get() {
    return LIBRARY.get();
  }

  private static HighsLibrary load(Platform here) {
    HighsLibrary library =
        new HighsLibrary(NativeLibrary.load("highs", here, List.of(here.highs())));
    NativeOutput.silence();
    return library;
  }

  /// Eight counts and codes, the offset, then arrays: columns, rows, entries, no Hessian, integers.
  private static MemoryLayout[] passModelArguments() {
    MemoryLayout[] all = new MemoryLayout[21];
    Arrays.fill(all, ADDRESS);
    Arrays.fill(all, 1, 8, JAVA_INT);
    all[8] = JAVA_DOUBLE;
    return all;
  }

  private NativeFunction integer(String name, MemoryLayout... arguments) {
    return NativeFunction.returning(JAVA_INT, symbols, name, arguments);
  }

  private NativeFunction procedure(String name, MemoryLayout... arguments) {
    return NativeFunction.find(FunctionDescriptor.ofVoid(arguments), symbols, name);
  }

  /// A C function that calls back into a watcher while the arena lives.
  @SuppressWarnings("restricted") // the one door to native code
  MemorySegment callback(HighsCallback target, Arena arena) {
    try {
      var method =
          MethodHandles.lookup()
              .findVirtual(
                  HighsCallback.class,
                  "call",
                  MethodType.methodType(
                      void.class,
                      int.class,
                      MemorySegment.class,
                      MemorySegment.class,
                      MemorySegment.class,
                      MemorySegment.class));
      return Linker.nativeLinker().upcallStub(method.bindTo(target), CALLBACK, arena);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
