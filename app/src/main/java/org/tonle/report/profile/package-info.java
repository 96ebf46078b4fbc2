/// Long profiles of rivers: which reaches make a river, what enters it where, and their chart.
@NullMarked
package org.tonle.report.profile;

import org.jspecify.annotations.NullMarked;
