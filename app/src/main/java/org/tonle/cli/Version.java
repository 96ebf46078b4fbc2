package org.tonle.cli;

import picocli.CommandLine.IVersionProvider;

/// The version, as the jar's manifest has it.
final class Version implements IVersionProvider {
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"tonle " + text()};
  }
}
