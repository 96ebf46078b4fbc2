/// The one door to the solvers of linear programs with integer columns.
@NullMarked
package org.tonle.solve;

import org.jspecify.annotations.NullMarked;
