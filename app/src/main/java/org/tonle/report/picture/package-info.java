/// Pictures of a report: maps, flows and charts as SVG.
@NullMarked
package org.tonle.report.picture;

import org.jspecify.annotations.NullMarked;
