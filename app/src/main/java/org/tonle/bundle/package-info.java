/// Tonle in one zip that needs nothing else.
@NullMarked
package org.tonle.bundle;

import org.jspecify.annotations.NullMarked;
