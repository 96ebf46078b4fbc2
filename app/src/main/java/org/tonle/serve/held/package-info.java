/// The study that a server holds ready, its results under scenarios, and requests in its terms.
@NullMarked
package org.tonle.serve.held;

import org.jspecify.annotations.NullMarked;
