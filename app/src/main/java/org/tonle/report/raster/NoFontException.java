package org.tonle.report.raster;

/// No font of the machine has the letters of a picture.
public final class NoFontException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String script;

  /// @param script name of the script, e.g. "HAN", or "" if the machine has no fonts at all
  NoFontException(String script) {
    super("No font for " + script);
    this.script = script;
  }

  public String script() {
    return script;
  }
}
