/// A plan of a study folder: how it is run, and the files that hold it.
@NullMarked
package org.tonle.planning;

import org.jspecify.annotations.NullMarked;
