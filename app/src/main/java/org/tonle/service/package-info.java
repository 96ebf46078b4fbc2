/// Services of a study: open it, run it, write its results. They print nothing.
@NullMarked
package org.tonle.service;

import org.jspecify.annotations.NullMarked;
