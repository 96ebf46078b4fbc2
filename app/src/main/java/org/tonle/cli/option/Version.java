package org.tonle.cli.option;

import org.tonle.export.Summary;
import picocli.CommandLine.IVersionProvider;

/// The version, as the jar's manifest has it.
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"tonle " + Summary.version()};
  }
}
