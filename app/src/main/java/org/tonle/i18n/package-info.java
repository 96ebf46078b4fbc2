/// The product's words in English, Chinese and Khmer.
@NullMarked
package org.tonle.i18n;

import org.jspecify.annotations.NullMarked;
