/// Torture of the reader: seeded mistakes in the tables of a clean study, and what Tonle says.
@NullMarked
package org.tonle.bench.input;

import org.jspecify.annotations.NullMarked;
