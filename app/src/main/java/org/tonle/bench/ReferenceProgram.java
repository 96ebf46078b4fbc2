package org.tonle.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reference program: the kernel in C (`bench/reference/kernel.c`), compiled and run as a separate
/// process.
final class ReferenceProgram {
  private static final List<String> FLAGS = List.of("-O3", "-march=native", "-std=gnu11", "-lm");

  private final Path program;

  private ReferenceProgram(Path program) {
    this.program = program;
  }

  /// Output of the C kernel.
  record Told(
      double milliseconds,
      double median_ms,
      double processor_ms,
      double mean,
      long above,
      double[] percentiles) {}

  /// Compiled kernel, or the reason why there is no kernel.
  record Compiled(Optional<ReferenceProgram> reference, String reason) {}

  /// @param source the file kernel.c
  /// @param folder for the program
  static Compiled compile(Path source, Path folder) throws IOException, InterruptedException {
    if (!Files.isRegularFile(source)) {
      return new Compiled(Optional.empty(), source.toString());
    }
    Path program = folder.resolve("kernel");
    List<String> command = new ArrayList<>(List.of("gcc", "-o", program.toString()));
    command.add(source.toString());
    command.addAll(FLAGS);
    String said;
    try {
      said = output(command);
    } catch (IOException e) {
      return new Compiled(Optional.empty(), String.valueOf(e.getMessage()));
    }
    return Files.isExecutable(program)
        ? new Compiled(Optional.of(new ReferenceProgram(program)), "")
        : new Compiled(Optional.empty(), said);
  }

  Told run(Path job, int repetitions, boolean hasPercentiles)
      throws IOException, InterruptedException {
    String said =
        output(
            List.of(
                program.toString(),
                job.toString(),
                Integer.toString(repetitions),
                hasPercentiles ? "1" : "0"));
    return new Told(
        figure(said, "milliseconds"),
        figure(said, "milliseconds_median"),
        figure(said, "milliseconds_processor"),
        figure(said, "mean"),
        (long) figure(said, "above"),
        new double[] {figure(said, "p5"), figure(said, "p50"), figure(said, "p95")});
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static double figure(String said, String key) {
    Matcher found =
        Pattern.compile("\"" + key + "\":([-+0-9.eE]+)").matcher(said.toLowerCase(Locale.ROOT));
    if (!found.find()) {
      throw new IllegalStateException("The reference kernel said: " + said);
    }
    return Double.parseDouble(found.group(1));
  }
}
