/// Chapter of the report on the plan that its scenario came from.
@NullMarked
package org.tonle.report.plan;

import org.jspecify.annotations.NullMarked;
