package org.tonle.solve;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;

/// SCIP library: those of its C functions that Tonle calls (scip.h).
final class ScipLibrary {
  private static final LazyLibrary<ScipLibrary> LIBRARY =
      new LazyLibrary<>(() -> load(Platform.here()));

  final NativeFunction majorVersion;
  final NativeFunction minorVersion;
  final NativeFunction techVersion;
  final NativeFunction create;
  final NativeFunction free;
  final NativeFunction includePlugins;
  final NativeFunction createProblem;
  final NativeFunction createColumn;
  final NativeFunction addColumn;
  final NativeFunction releaseColumn;
  final NativeFunction changeCost;
  final NativeFunction createRow;
  final NativeFunction addRow;
  final NativeFunction releaseRow;
  final NativeFunction columnCount;
  final NativeFunction rowCount;
  final NativeFunction rowSize;
  final NativeFunction setInteger;
  final NativeFunction setNumber;
  final NativeFunction createPartialSolution;
  final NativeFunction setValue;
  final NativeFunction addSolution;
  final NativeFunction solve;
  final NativeFunction restart;
  final NativeFunction status;
  final NativeFunction bestSolution;
  final NativeFunction value;
  final NativeFunction primalBound;
  final NativeFunction dualBound;
  final NativeFunction seconds;

  private final SymbolLookup symbols;

  private ScipLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
    majorVersion = integer("SCIPmajorVersion");
    minorVersion = integer("SCIPminorVersion");
    techVersion = integer("SCIPtechVersion");
    create = integer("SCIPcreate", ADDRESS);
    free = integer("SCIPfree", ADDRESS);
    includePlugins = integer("SCIPincludeDefaultPlugins", ADDRESS);
    createProblem = integer("SCIPcreateProbBasic", ADDRESS, ADDRESS);
    createColumn =
        integer(
            "SCIPcreateVarBasic",
            ADDRESS,
            ADDRESS,
            ADDRESS,
            JAVA_DOUBLE,
            JAVA_DOUBLE,
            JAVA_DOUBLE,
            JAVA_INT);
    addColumn = integer("SCIPaddVar", ADDRESS, ADDRESS);
    releaseColumn = integer("SCIPreleaseVar", ADDRESS, ADDRESS);
    changeCost = integer("SCIPchgVarObj", ADDRESS, ADDRESS, JAVA_DOUBLE);
    createRow =
        integer(
            "SCIPcreateConsBasicLinear",
            ADDRESS,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_DOUBLE,
            JAVA_DOUBLE);
    addRow = integer("SCIPaddCons", ADDRESS, ADDRESS);
    releaseRow = integer("SCIPreleaseCons", ADDRESS, ADDRESS);
    columnCount = integer("SCIPgetNOrigVars", ADDRESS);
    rowCount = integer("SCIPgetNOrigConss", ADDRESS);
    rowSize = integer("SCIPgetNVarsLinear", ADDRESS, ADDRESS);
    setInteger = integer("SCIPsetIntParam", ADDRESS, ADDRESS, JAVA_INT);
    setNumber = integer("SCIPsetRealParam", ADDRESS, ADDRESS, JAVA_DOUBLE);
    createPartialSolution = integer("SCIPcreatePartialSol", ADDRESS, ADDRESS, ADDRESS);
    setValue = integer("SCIPsetSolVal", ADDRESS, ADDRESS, ADDRESS, JAVA_DOUBLE);
    addSolution = integer("SCIPaddSolFree", ADDRESS, ADDRESS, ADDRESS);
    solve = integer("SCIPsolve", ADDRESS);
    restart = integer("SCIPfreeTransform", ADDRESS);
    status = integer("SCIPgetStatus", ADDRESS);
    bestSolution = NativeFunction.returning(ADDRESS, symbols, "SCIPgetBestSol", ADDRESS);
    value = number("SCIPgetSolVal", ADDRESS, ADDRESS, ADDRESS);
    primalBound = number("SCIPgetPrimalbound", ADDRESS);
    dualBound = number("SCIPgetDualbound", ADDRESS);
    seconds = number("SCIPgetSolvingTime", ADDRESS);
  }

  /// The library, loaded when first asked for.
  static ScipLibrary get() {
    return LIBRARY.get();
  }

  private static ScipLibrary load(Platform here) {
    return new ScipLibrary(NativeLibrary.load("scip", here, here.scip()));
  }

  private NativeFunction integer(String name, MemoryLayout... arguments) {
    return NativeFunction.returning(JAVA_INT, symbols, name, arguments);
  }

  private NativeFunction number(String name, MemoryLayout... arguments) {
    return NativeFunction.returning(JAVA_DOUBLE, symbols, name, arguments);
  }
}
