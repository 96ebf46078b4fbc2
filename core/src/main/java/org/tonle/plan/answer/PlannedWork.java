package org.tonle.plan.answer;

import org.tonle.plan.cost.PresentCost;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;

/// Work of a plan: the option that was chosen for its sites.
///
/// @param year in which it is there
public record PlannedWork(Option option, int year, OptionCost cost, PresentCost present) {}
