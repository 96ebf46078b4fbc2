/// Entries of load: at which node or along which segment every load reaches the water.
@NullMarked
package org.tonle.network.entry;

import org.jspecify.annotations.NullMarked;
