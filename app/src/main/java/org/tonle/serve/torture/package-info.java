/// Malformed requests, made from a seed, and what a running server says of them.
@NullMarked
package org.tonle.serve.torture;

import org.jspecify.annotations.NullMarked;
