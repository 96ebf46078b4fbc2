/// The study folder: tables and settings in, a study and its problems out.
@NullMarked
package org.tonle.folder;

import org.jspecify.annotations.NullMarked;
