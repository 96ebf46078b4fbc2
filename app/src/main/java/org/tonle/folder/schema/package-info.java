/// Schema: every table and column that a study may have.
@NullMarked
package org.tonle.folder.schema;

import org.jspecify.annotations.NullMarked;
