/// The server of the page: how it starts, where it listens, and what it serves.
@NullMarked
package org.tonle.serve;

import org.jspecify.annotations.NullMarked;
