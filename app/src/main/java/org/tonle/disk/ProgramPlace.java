package org.tonle.disk;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Program place: the jar of the program, or the folder of its classes.
public final class ProgramPlace {
  private ProgramPlace() {}

  public static Path find() throws IOException {
    @Nullable URL place = ProgramPlace.class.getProtectionDomain().getCodeSource().getLocation();
    if (place == null) {
      // A class from a start cache whose jar was moved does not know its place (JDK 25).
      return Path.of(System.getProperty("java.class.path", ""));
    }
    try {
      return Path.of(place.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
