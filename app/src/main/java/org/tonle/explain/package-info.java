/// Where one figure comes from: its chain from people and factories to the water, with the file and
/// row of each input.
@NullMarked
package org.tonle.explain;

import org.jspecify.annotations.NullMarked;
