/// Laws on many random studies: the studies, the scenarios asked of them, and what must hold.
@NullMarked
package org.tonle.law;

import org.jspecify.annotations.NullMarked;
