/// Page of a report: words and names, mark-up, tables and figures.
@NullMarked
package org.tonle.report.page;

import org.jspecify.annotations.NullMarked;
