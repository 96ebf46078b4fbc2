/// Benchmarks: generated river forests, networks from files, and measurements on them.
@NullMarked
package org.tonle.bench;

import org.jspecify.annotations.NullMarked;
