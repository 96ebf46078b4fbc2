/// What the user got wrong, as data: file, row, column, expected, found, hint.
@NullMarked
package org.tonle.problem;

import org.jspecify.annotations.NullMarked;
