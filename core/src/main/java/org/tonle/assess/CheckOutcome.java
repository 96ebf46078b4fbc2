package org.tonle.assess;

import org.tonle.model.Check;

/// Outcome of a user's own check.
public record CheckOutcome(Check check, double value, boolean passed) {}
