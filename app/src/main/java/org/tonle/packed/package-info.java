/// Studies that come with Tonle inside its jar, and what a new study takes from them.
@NullMarked
package org.tonle.packed;

import org.jspecify.annotations.NullMarked;
