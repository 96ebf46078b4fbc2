/// Programs of a plan: which works to build, as a pure question about numbers. No study, no files
/// (docs/theory/plan.md).
@NullMarked
package org.tonle.plan.program;

import org.jspecify.annotations.NullMarked;
