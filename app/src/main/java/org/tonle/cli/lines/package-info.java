/// Findings as lines on the console.
@NullMarked
package org.tonle.cli.lines;

import org.jspecify.annotations.NullMarked;
