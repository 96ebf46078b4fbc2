/// A study and a scenario in, a result out; the only caller of simulate.
@NullMarked
package org.tonle.run;

import org.jspecify.annotations.NullMarked;
