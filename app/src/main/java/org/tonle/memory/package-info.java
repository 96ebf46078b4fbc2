/// Memory that a large run holds.
@NullMarked
package org.tonle.memory;

import org.jspecify.annotations.NullMarked;
