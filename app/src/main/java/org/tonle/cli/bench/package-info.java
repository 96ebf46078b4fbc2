/// Benchmarks as a command: jobs on made rivers and made studies.
@NullMarked
package org.tonle.cli.bench;

import org.jspecify.annotations.NullMarked;
