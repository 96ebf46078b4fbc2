package org.tonle.serve.held;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Judgement;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.run.Result;

/// Baseline water: the water of a result as maps show it, each view made once, and its sums.
public final class BaselineWater {
  private static final int MOST_KEPT = 24;

  private final Result result;
  private final Judgement judgement;
  private final int[] breaches;
  private final Map<WaterView, ViewedWater> views =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<WaterView, ViewedWater> eldest) {
          return size() > MOST_KEPT;
        }
      };

  BaselineWater(Result result, PlaceList places) {
    this.result = result;
    judgement = result.instance().places().judgement();
    breaches = new int[places.all().size()];
    for (Verdict v : result.judged().verdicts()) {
      if (isBreach(v)) {
        breaches[index(v.place())]++;
      }
    }
  }

  /// Whether a verdict counts as a breach: a required limit that the sources can mend.
  public static boolean isBreach(Verdict v) {
    return v.required() && v.outcome() == Verdict.Outcome.BREACHED;
  }

  public Judgement judgement() {
    return judgement;
  }

  public int index(Place place) {
    return result.concentrations().indexOf(place.kind(), place.id());
  }

  /// Number of breaches by place.
  public int[] breaches() {
    return breaches.clone();
  }

  /// The whole water in a view.
  public ViewedWater in(WaterView view) {
    synchronized (views) {
      ViewedWater known = views.get(view);
      if (known != null) {
        return known;
      }
    }
    ViewedWater made = viewed(result, view);
    synchronized (views) {
      views.put(view, made);
    }
    return made;
  }

  /// The whole water of any result in a view.
  public static ViewedWater viewed(Result result, WaterView view) {
    int count = result.concentrations().places().size();
    ViewedWater made =
        new ViewedWater(
            view, result.concentrations(), result.instance().places().judgement(), count);
    for (int p = 0; p < count; p++) {
      made.values(p, p, result.concentrations());
    }
    new ByPlace<>(result.judged().classes(), WaterClass::place)
        .forEach((place, rows) -> made.classes(index(result, place), rows));
    new ByPlace<>(result.judged().verdicts(), Verdict::place)
        .forEach(
            (place, rows) -> {
              int p = index(result, place);
              made.verdicts(p, p, rows);
            });
    return made;
  }

  private static int index(Result result, Place place) {
    return result.concentrations().indexOf(place.kind(), place.id());
  }

  /// Rows by place, which follow one another.
  public record ByPlace<T>(List<T> rows, java.util.function.Function<T, Place> of) {
    public void forEach(java.util.function.BiConsumer<Place, List<T>> action) {
      List<T> here = new ArrayList<>();
      Place at = null;
      for (T row : rows) {
        Place place = of.apply(row);
        if (at != null && !at.equals(place)) {
          action.accept(at, here);
          here = new ArrayList<>();
        }
        at = place;
        here.add(row);
      }
      if (at != null) {
        action.accept(at, here);
      }
    }
  }
}
