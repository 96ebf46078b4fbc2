/// Checks across the rows and tables of a study.
@NullMarked
package org.tonle.folder.check;

import org.jspecify.annotations.NullMarked;
