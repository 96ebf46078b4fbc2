/// Problems in the user's input, as data: file, row, column, expected, found, hint.
@NullMarked
package org.tonle.problem;

import org.jspecify.annotations.NullMarked;
