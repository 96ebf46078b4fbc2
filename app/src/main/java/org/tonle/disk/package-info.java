/// The files of the program itself, and what it needs of a disk.
@NullMarked
package org.tonle.disk;

import org.jspecify.annotations.NullMarked;
