package org.tonle.assess;

import org.tonle.model.Check;

/// A user's own check and what came out.
public record CheckOutcome(Check check, double value, boolean passed) {}
