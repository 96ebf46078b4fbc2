/// A laboratory's sheet: read, compared with what a study has, and appended to its observations.
@NullMarked
package org.tonle.lab;

import org.jspecify.annotations.NullMarked;
