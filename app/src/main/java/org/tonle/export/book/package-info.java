/// Workbook of a result: all its tables in one file for a spreadsheet.
@NullMarked
package org.tonle.export.book;

import org.jspecify.annotations.NullMarked;
