/// Changes of a study by a scenario: one place applies them, one place checks them.
@NullMarked
package org.tonle.scenario;

import org.jspecify.annotations.NullMarked;
