/// Services of sanitation: people by how safely their excreta are managed, and where these go.
@NullMarked
package org.tonle.load.service;

import org.jspecify.annotations.NullMarked;
