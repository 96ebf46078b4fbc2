package org.tonle.service;

import java.util.function.Supplier;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;

/// Memory fault: Java may not use enough memory; the sentence says how much is needed.
public final class MemoryFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Factor by which the need exceeds a memory that did not suffice.
  private static final double BEYOND = 1.5;

  private final double need_byte;
  private final double most_byte;

  MemoryFault(double need_byte, double most_byte) {
    this.need_byte = need_byte;
    this.most_byte = most_byte;
  }

  /// Java ran out of memory.
  ///
  /// @param need_byte estimated need; 0 if it is not known
  public static MemoryFault beyond(double need_byte) {
    double most = Runtime.getRuntime().maxMemory();
    return new MemoryFault(StrictMath.max(need_byte, BEYOND * most), most);
  }

  /// Does a step, unless it needs more memory than Java may use.
  static <T> T within(double need_byte, Supplier<T> step) {
    double most = Runtime.getRuntime().maxMemory();
    if (need_byte > most) {
      throw new MemoryFault(need_byte, most);
    }
    try {
      return step.get();
    } catch (OutOfMemoryError e) {
      throw beyond(need_byte);
    }
  }

  public String in(Words words) {
    int gigabytes = (int) StrictMath.ceil(need_byte * 1.1 / (1 << 30));
    return words.text(
        "fault.memory",
        Text.format("%.1f", need_byte / 1e9),
        Text.format("%.1f", most_byte / 1e9),
        Integer.toString(gigabytes));
  }
}
