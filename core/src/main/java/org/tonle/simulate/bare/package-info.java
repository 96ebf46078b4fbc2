/// Kernel of bare rivers: one constituent of first order over very many reaches.
@NullMarked
package org.tonle.simulate.bare;

import org.jspecify.annotations.NullMarked;
