/// Console: the printed output of commands.
@NullMarked
package org.tonle.cli.console;

import org.jspecify.annotations.NullMarked;
