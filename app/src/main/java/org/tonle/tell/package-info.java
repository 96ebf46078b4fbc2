/// Sentences about the findings of a comparison and about services, in three languages.
@NullMarked
package org.tonle.tell;

import org.jspecify.annotations.NullMarked;
