package org.tonle.serve.held;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.model.Law;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Study;

/// Judging standards of a study: the laws by which water may be judged, with their classes.
public final class JudgingStandards {
  private final List<One> all = new ArrayList<>();

  /// One standard.
  ///
  /// @param classes names of its classes by rank, the best first
  /// @param isMain whether the study's places must meet it
  public record One(String id, Names names, Map<Integer, String> classes, boolean isMain) {}

  public JudgingStandards(Study study) {
    Map<String, Map<Integer, String>> classes = new LinkedHashMap<>();
    for (Limit limit : study.rules().limits()) {
      classes
          .computeIfAbsent(limit.standard(), k -> new TreeMap<>())
          .put(limit.rank(), limit.className());
    }
    Map<String, Names> names = new LinkedHashMap<>();
    for (Law law : study.rules().laws()) {
      names.put(law.standard(), law.names());
    }
    String main = study.settings().judging().mainStandard();
    classes.forEach(
        (id, of) ->
            all.add(
                new One(
                    id, names.getOrDefault(id, Names.of(id)), Map.copyOf(of), id.equals(main))));
    all.sort(Comparator.comparing((One o) -> !o.isMain()).thenComparing(One::id));
  }

  public List<One> all() {
    return List.copyOf(all);
  }

  /// The main standard, or the first; "" if the study has none.
  public String first() {
    return all.isEmpty() ? "" : all.getFirst().id();
  }

  public boolean has(String id) {
    return all.stream().anyMatch(o -> o.id().equals(id));
  }

  public List<String> ids() {
    return all.stream().map(One::id).toList();
  }
}
