/// Long runs: queued, one at a time, with progress, and stopped with the best they have.
@NullMarked
package org.tonle.serve.job;

import org.jspecify.annotations.NullMarked;
