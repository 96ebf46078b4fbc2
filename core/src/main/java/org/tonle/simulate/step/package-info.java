/// Steps through one reach and one lake in double: exact solutions, the season of a lake.
@NullMarked
package org.tonle.simulate.step;

import org.jspecify.annotations.NullMarked;
