/// Sentences on what a comparison found, in three languages.
@NullMarked
package org.tonle.tell;

import org.jspecify.annotations.NullMarked;
