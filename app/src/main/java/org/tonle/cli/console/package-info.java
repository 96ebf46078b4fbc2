/// The console: what commands print, and how.
@NullMarked
package org.tonle.cli.console;

import org.jspecify.annotations.NullMarked;
