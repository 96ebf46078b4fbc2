/// Rates of a network: reactions in every reach and lake, and the factors that vary by draw.
@NullMarked
package org.tonle.network.rates;

import org.jspecify.annotations.NullMarked;
