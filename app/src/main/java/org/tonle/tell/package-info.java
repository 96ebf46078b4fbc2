/// Sentences about the findings of a comparison, in three languages.
@NullMarked
package org.tonle.tell;

import org.jspecify.annotations.NullMarked;
