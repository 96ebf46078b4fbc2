/// Distributions become vectors of draws, each number a function of (seed, variable, object, draw).
@NullMarked
package org.tonle.draw;

import org.jspecify.annotations.NullMarked;
