package org.tonle.bench.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.tonle.convert.Text;
import org.tonle.network.order.Course;

/// File of a job of one season, in the format that `bench/reference/kernel.c` reads.
public final class JobFile {
  private static final int HEADER = 48;

  private JobFile() {}

  public static void write(Job job, Path file) throws IOException {
    ByteBuffer bytes = bytes(job);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static ByteBuffer bytes(Job job) {
    Course.Season way = job.course().course().seasons().getFirst();
    int steps = job.reaches();
    int arcs = way.target().length;
    int width = Job.width(job.draws());
    float[] load = job.loads().load_g_per_s()[0];
    float[][] vectors = job.loads().vectors()[0];
    int[] start = job.loads().start();
    long words = 6L * steps + 2 + 3L * arcs + 2L * load.length + 2L * job.constituents();
    long size = HEADER + 4 * (words + (long) width * (vectors.length + 2));
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(Text.format("The job takes %d bytes; too many.", size));
    }
    ByteBuffer to = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    to.put("TONLEJOB".getBytes(StandardCharsets.US_ASCII));
    int[] header = {
      steps,
      way.slotCount(),
      job.draws(),
      width,
      vectors.length,
      load.length,
      arcs,
      job.constituents(),
      1,
      1
    };
    ints(to, header.length, i -> header[i]);
    ints(to, steps, i -> way.slot()[i]);
    ints(to, steps + 1, way::firstArc);
    ints(to, arcs, a -> way.target()[a]);
    ints(to, arcs, a -> way.opens()[a] ? 1 : 0);
    float[] fraction = job.course().fraction();
    floats(to, arcs, a -> fraction.length == 0 ? 1 : fraction[a]);
    floats(to, steps, i -> job.travelTime_s()[i]);
    floats(to, steps, i -> job.perDischarge_s_per_m3()[i]);
    floats(to, steps, i -> job.limit_g_per_m3());
    ints(to, steps + 1, i -> start.length == 0 ? i : start[i]);
    floats(to, load.length, i -> load[i]);
    ints(to, load.length, i -> job.loads().vector()[i]);
    floats(to, job.constituents(), c -> job.rate_per_s()[c]);
    floats(to, job.constituents(), c -> 1);
    for (float[] vector : vectors) {
      floats(to, width, d -> vector[d]);
    }
    float[] time = job.timeFactor(0);
    floats(to, width, d -> time[d]);
    float[] per = job.perFlow(0);
    floats(to, width, d -> per[d]);
    return to.flip();
  }

  private static void ints(ByteBuffer to, int count, IntUnaryOperator of) {
    for (int i = 0; i < count; i++) {
      to.putInt(of.applyAsInt(i));
    }
  }

  private static void floats(ByteBuffer to, int count, IntToDoubleFunction of) {
    for (int i = 0; i < count; i++) {
      to.putFloat((float) of.applyAsDouble(i));
    }
  }
}
