/// Who may ask the server for what, and how often.
@NullMarked
package org.tonle.serve.guard;

import org.jspecify.annotations.NullMarked;
