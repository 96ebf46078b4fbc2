package org.tonle.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.model.Condition;
import org.tonle.model.Designation;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Provenance;
import org.tonle.model.Study;

/// Law of a test's river: limits of class I of standard `law`, which every place must meet.
final class RiverLaw {
  private final List<Limit> limits = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();

  void limit(String constituent, Limit.Statistic statistic, double value, LimitScope scope) {
    limits.add(
        new Limit(
            "law",
            "XX",
            "I",
            1,
            Limit.Waterbody.ALL,
            constituent,
            statistic,
            value,
            scope,
            Optional.empty(),
            Optional.empty(),
            Provenance.NONE));
  }

  void condition(String parameter, double value) {
    conditions.add(new Condition("", "", parameter, value, Provenance.NONE));
  }

  Study.Rules rules() {
    List<Designation> designations =
        limits.isEmpty() ? List.of() : List.of(new Designation("", "law", "I", Provenance.NONE));
    return new Study.Rules(limits, List.of(), designations, List.of(), conditions, List.of());
  }
}
