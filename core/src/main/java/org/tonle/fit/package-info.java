/// What was measured against what is simulated: agreement, parameters, and what to measure next.
@NullMarked
package org.tonle.fit;

import org.jspecify.annotations.NullMarked;
