/// Rivers to measure on: generated, or read from a file.
@NullMarked
package org.tonle.bench.river;

import org.jspecify.annotations.NullMarked;
