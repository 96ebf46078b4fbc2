package org.tonle.solve;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// Function of a native library.
final class NativeFunction {
  private final MethodHandle handle;

  private NativeFunction(MethodHandle exact, int arguments) {
    handle =
        exact
            .asSpreader(Object[].class, arguments)
            .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
  }

  static NativeFunction returning(
      MemoryLayout result, SymbolLookup symbols, String name, MemoryLayout... arguments) {
    return find(FunctionDescriptor.of(result, arguments), symbols, name);
  }

  @SuppressWarnings("restricted") // the one door to native code
  static NativeFunction find(FunctionDescriptor type, SymbolLookup symbols, String name) {
    MemorySegment address =
        symbols
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("the library has no " + name));
    return new NativeFunction(
        Linker.nativeLinker().downcallHandle(address, type), type.argumentLayouts().size());
  }

  /// What a library points to, which is as long as its header says.
  @SuppressWarnings("restricted") // the one door to native code
  static MemorySegment sized(MemorySegment pointer, long bytes) {
    return pointer.reinterpret(bytes);
  }

  Object call(Object... arguments) {
    try {
      return (Object) handle.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  int integer(Object... arguments) {
    return (int) call(arguments);
  }

  double number(Object... arguments) {
    return (double) call(arguments);
  }

  MemorySegment address(Object... arguments) {
    return (MemorySegment) call(arguments);
  }
}
