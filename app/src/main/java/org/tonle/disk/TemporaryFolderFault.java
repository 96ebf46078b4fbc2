package org.tonle.disk;

import java.io.IOException;
import java.nio.file.Path;

/// Temporary folder fault: the folder is missing or cannot be written, and something must go there.
public final class TemporaryFolderFault extends IOException {
  private static final long serialVersionUID = 1;

  private final String folder;

  TemporaryFolderFault(Path folder) {
    super("The temporary folder " + folder + " cannot be written.");
    this.folder = folder.toString();
  }

  public String folder() {
    return folder;
  }
}
