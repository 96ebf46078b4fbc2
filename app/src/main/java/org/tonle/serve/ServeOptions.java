package org.tonle.serve;

import java.nio.file.Path;
import org.tonle.service.RunOrder;

/// Serve options: which study to serve, and where.
///
/// @param port first port to try; 0 = any that is free
/// @param host address to listen at; a loopback one is reached from this computer alone
/// @param isOgcOpen whether pages of other sites may read the features
public record ServeOptions(
    Path study, RunOrder order, String host, int port, int threads, boolean isOgcOpen) {}
