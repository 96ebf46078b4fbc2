/// Agreement of simulation and observations: its measures and its grades.
@NullMarked
package org.tonle.assess.agreement;

import org.jspecify.annotations.NullMarked;
