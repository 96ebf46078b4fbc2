/// Plans that are searched from the page, and told in the words of the report.
@NullMarked
package org.tonle.serve.plan;

import org.jspecify.annotations.NullMarked;
