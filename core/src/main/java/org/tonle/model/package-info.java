/// The study as its users wrote it: immutable records in the user's units.
@NullMarked
package org.tonle.model;

import org.jspecify.annotations.NullMarked;
