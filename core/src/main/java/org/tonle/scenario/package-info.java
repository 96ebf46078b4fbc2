/// What a scenario changes of a study: applied in one place, checked in one place.
@NullMarked
package org.tonle.scenario;

import org.jspecify.annotations.NullMarked;
