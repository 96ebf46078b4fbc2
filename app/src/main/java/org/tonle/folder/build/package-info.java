/// Builders: rows of sheets become the records of a study.
@NullMarked
package org.tonle.folder.build;

import org.jspecify.annotations.NullMarked;
