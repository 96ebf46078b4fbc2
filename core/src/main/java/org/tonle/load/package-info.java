/// From people, industry, livestock and land to the load each source puts into the water.
@NullMarked
package org.tonle.load;

import org.jspecify.annotations.NullMarked;
