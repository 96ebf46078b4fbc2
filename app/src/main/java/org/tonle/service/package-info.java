/// What can be asked of a study: open it, run it, write its results. Prints nothing.
@NullMarked
package org.tonle.service;

import org.jspecify.annotations.NullMarked;
