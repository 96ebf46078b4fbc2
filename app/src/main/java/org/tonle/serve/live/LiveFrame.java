package org.tonle.serve.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/// Live frame: an answer in binary, little-endian. First the length of a head in JSON, which is
/// padded with spaces to four bytes; then the numbers of the places, 32-bit; then one 32-bit float
/// array after the other, each `count * seasons` long.
final class LiveFrame {
  private LiveFrame() {}

  static ByteBuffer of(ObjectNode head, int[] places, float[]... arrays) {
    byte[] text = head.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 3) / 4 * 4;
    int size = 4 + padded + Integer.BYTES * places.length;
    for (float[] array : arrays) {
      size = StrictMath.addExact(size, Float.BYTES * array.length);
    }
    ByteBuffer frame = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(padded).put(text);
    for (int i = text.length; i < padded; i++) {
      frame.put((byte) ' ');
    }
    for (int place : places) {
      frame.putInt(place);
    }
    for (float[] array : arrays) {
      frame.asFloatBuffer().put(array);
      frame.position(frame.position() + Float.BYTES * array.length);
    }
    return frame.flip();
  }
}
