/// Benchmarks of plans on made choices.
@NullMarked
package org.tonle.bench.plan;

import org.jspecify.annotations.NullMarked;
