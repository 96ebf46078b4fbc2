package org.tonle.cli.option;

import org.tonle.export.Summary;
import picocli.CommandLine.IVersionProvider;

/// Version from the jar's manifest.
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"tonle " + Summary.version()};
  }
}
