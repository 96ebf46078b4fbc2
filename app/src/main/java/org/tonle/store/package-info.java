/// Inputs of a result, stored beside it.
@NullMarked
package org.tonle.store;

import org.jspecify.annotations.NullMarked;
