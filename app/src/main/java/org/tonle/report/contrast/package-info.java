/// Report of a comparison of scenarios.
@NullMarked
package org.tonle.report.contrast;

import org.jspecify.annotations.NullMarked;
