/// Saved plans as the report, comparisons and pages read them.
@NullMarked
package org.tonle.export.plan;

import org.jspecify.annotations.NullMarked;
