package org.tonle.cli;

import org.tonle.export.Summary;
import picocli.CommandLine.IVersionProvider;

/// The version, as the jar's manifest has it.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"tonle " + Summary.version()};
  }
}
