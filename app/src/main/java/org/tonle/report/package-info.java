/// Reports: one self-contained HTML page for each language, with maps, charts, tables and their
/// sources.
@NullMarked
package org.tonle.report;

import org.jspecify.annotations.NullMarked;
