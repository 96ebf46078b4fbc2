/// Options that several commands share.
@NullMarked
package org.tonle.cli.option;

import org.jspecify.annotations.NullMarked;
