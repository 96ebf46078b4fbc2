/// Options of every outfall, and what each does to every limit (docs/theory/plan.md).
@org.jspecify.annotations.NullMarked
package org.tonle.plan.option;
