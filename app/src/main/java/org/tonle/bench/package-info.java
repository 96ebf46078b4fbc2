/// Benchmarks: generated river forests, networks from files, and what is measured on them.
@NullMarked
package org.tonle.bench;

import org.jspecify.annotations.NullMarked;
