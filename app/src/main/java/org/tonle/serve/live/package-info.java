/// Levers that are answered while they move, over a WebSocket.
@NullMarked
package org.tonle.serve.live;

import org.jspecify.annotations.NullMarked;
