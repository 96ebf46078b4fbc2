/// `catalogue`: what a plan may choose from.
@NullMarked
package org.tonle.cli.plan;

import org.jspecify.annotations.NullMarked;
