package org.tonle.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tonle.model.Posterior;

/// Posterior file of a study, `posterior.csv`; it is written in full or not at all.
public final class PosteriorFile {
  static final String NAME = "posterior.csv";

  private PosteriorFile() {}

  public static void write(Posterior posterior, Path folder) throws IOException {
    Path part = folder.resolve(NAME + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      out.append("variable,object,draw,value\n");
      for (Posterior.Input input : posterior.inputs()) {
        double[] z = posterior.find(input.variable(), input.object()).orElseThrow();
        String object = '"' + input.object().replace("\"", "\"\"") + '"';
        for (int d = 0; d < z.length; d++) {
          out.append(input.variable()).append(',').append(object).append(',');
          out.append(Integer.toString(d)).append(',');
          out.append(Float.toString((float) z[d])).append('\n');
        }
      }
    }
    Files.move(part, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
  }
}
