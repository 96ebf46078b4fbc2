/// Builders that turn rows of sheets into the records of a study.
@NullMarked
package org.tonle.folder.build;

import org.jspecify.annotations.NullMarked;
