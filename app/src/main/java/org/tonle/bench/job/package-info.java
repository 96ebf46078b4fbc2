/// Jobs of the kernels: made from rivers, run and checked.
@NullMarked
package org.tonle.bench.job;

import org.jspecify.annotations.NullMarked;
