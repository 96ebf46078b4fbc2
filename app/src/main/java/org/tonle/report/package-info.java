/// One self-contained HTML page per language: maps, charts, tables and what they rest on.
@NullMarked
package org.tonle.report;

import org.jspecify.annotations.NullMarked;
