/// `serve`: the page of a study.
@NullMarked
package org.tonle.cli.serve;

import org.jspecify.annotations.NullMarked;
