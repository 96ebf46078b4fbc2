/// Text of tables: bytes to letters, letters to cells, CSV in and out.
@NullMarked
package org.tonle.text;

import org.jspecify.annotations.NullMarked;
