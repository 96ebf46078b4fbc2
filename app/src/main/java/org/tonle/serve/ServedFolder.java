package org.tonle.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.serve.draft.Draft;

/// Served folder: a study folder that one server holds. Its lock ends with the program, however
/// that ends, and beside it lies the address of the page.
public final class ServedFolder implements AutoCloseable {
  private static final String LOCK = "serve.lock";
  private static final String ADDRESS = "serve.url";

  private final @Nullable FileChannel channel;
  private final @Nullable FileLock lock;
  private final Path address;

  private ServedFolder(@Nullable FileChannel channel, @Nullable FileLock lock, Path address) {
    this.channel = channel;
    this.lock = lock;
    this.address = address;
  }

  /// Holds a folder; one that cannot be written is served without a lock.
  ///
  /// @return empty if another server holds it
  public static Optional<ServedFolder> hold(Path study) throws IOException {
    Path own = study.resolve(Draft.FOLDER);
    Path address = own.resolve(ADDRESS);
    FileChannel channel;
    try {
      Files.createDirectories(own);
      channel =
          FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return Optional.of(new ServedFolder(null, null, address));
    }
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new ServedFolder(channel, lock, address));
      }
    } catch (OverlappingFileLockException e) {
      // Another server of this program holds it.
      channel.close();
      return Optional.empty();
    }
    channel.close();
    return Optional.empty();
  }

  /// Address of the page that another server shows; empty while it is starting.
  public static Optional<String> address(Path study) {
    try {
      String url = Files.readString(study.resolve(Draft.FOLDER).resolve(ADDRESS)).strip();
      return url.startsWith("http://") ? Optional.of(url) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Leaves the address for others who start a server of the folder; it may carry a token, so that
  /// only the owner may read it.
  public void tell(String url) throws IOException {
    if (lock == null) {
      return;
    }
    try (FileChannel out =
        FileChannel.open(
            address,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      if (address.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(address, PosixFilePermissions.fromString("rw-------"));
      }
      out.write(ByteBuffer.wrap(url.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null && channel != null) {
      Files.deleteIfExists(address);
      lock.release();
      channel.close();
    }
  }
}
