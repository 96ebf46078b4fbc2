/// The routes of the server, each with its answer as JSON.
@NullMarked
package org.tonle.serve.route;

import org.jspecify.annotations.NullMarked;
