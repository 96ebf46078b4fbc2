/// Command line, with the only `main()`.
@NullMarked
package org.tonle.cli;

import org.jspecify.annotations.NullMarked;
