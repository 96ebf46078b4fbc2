/// Charts of a report as layouts: what is drawn where, with its words, its table and its sentence.
/// One renderer turns a layout into SVG; a page may draw the same layout.
@NullMarked
package org.tonle.report.chart;

import org.jspecify.annotations.NullMarked;
