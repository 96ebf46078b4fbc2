/// The command line: the only `main()`.
@NullMarked
package org.tonle.cli;

import org.jspecify.annotations.NullMarked;
