/// Course of the loads: slots, parts, lake years, changes in a few places.
@NullMarked
package org.tonle.simulate.course;

import org.jspecify.annotations.NullMarked;
