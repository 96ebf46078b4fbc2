/// Plans of a study: the question as users ask it, and the answer in their words and units.
@NullMarked
package org.tonle.plan.answer;

import org.jspecify.annotations.NullMarked;
