/// Tables of other models, turned into study folders.
@NullMarked
package org.tonle.imports;

import org.jspecify.annotations.NullMarked;
