/// Sheets: each is one table of a study, read row by row, with its problems.
@NullMarked
package org.tonle.folder.sheet;

import org.jspecify.annotations.NullMarked;
