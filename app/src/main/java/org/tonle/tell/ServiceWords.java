package org.tonle.tell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tonle.i18n.Words;
import org.tonle.load.ServiceShares;
import org.tonle.load.service.SafelyManaged;
import org.tonle.model.Published;
import org.tonle.model.Reference;
import org.tonle.report.page.Figures;
import org.tonle.run.Result;

/// Service words: who is safely managed by JMP's rules and by the path alone, beside the published
/// figures. A study that says nothing about its tanks and publishes nothing needs none of them.
public final class ServiceWords {
  private final Words words;
  private final Result result;

  public ServiceWords(Words words, Result result) {
    this.words = words;
    this.result = result;
  }

  public List<String> sentences() {
    List<String> said = new ArrayList<>();
    if (!isSaid()) {
      return said;
    }
    ServiceShares shares = ServiceShares.of(result.loads());
    SafelyManaged safe = shares.safe();
    said.add(
        text(
            "jmp",
            percent(safe.total()),
            percent(safe.inPlace()),
            percent(safe.emptied()),
            percent(safe.sewered()),
            percent(result.loads().safelyManagedShare())));
    for (Published one : published(Published.Figure.SAFELY_MANAGED)) {
      said.add(
          text(
              "published",
              percent(one.share()),
              Integer.toString(one.year()),
              publisher(one.provenance().reference())));
    }
    List<Published> sewered = published(Published.Figure.SEWERED);
    if (sewered.size() > 1) {
      said.add(
          text(
              "sewered",
              percent(shares.of(Published.Figure.SEWERED)),
              percent(sewered.getFirst().share()),
              percent(sewered.getLast().share()),
              Integer.toString(sewered.size())));
    }
    return said;
  }

  private boolean isSaid() {
    return !result.study().evidence().published().isEmpty()
        || result.study().emissions().sanitation().stream().anyMatch(r -> r.keeping().isSaid());
  }

  /// Published values of a figure, the smallest first.
  private List<Published> published(Published.Figure figure) {
    return result.study().evidence().published().stream()
        .filter(p -> p.figure() == figure)
        .sorted(Comparator.comparingDouble(Published::share))
        .toList();
  }

  /// Who published a figure: the publisher of its first reference, or the reference's id.
  private String publisher(String references) {
    int end = references.indexOf(';');
    String first = (end < 0 ? references : references.substring(0, end)).strip();
    return result.study().evidence().references().stream()
        .filter(r -> r.key().equals(first) && !r.publisher().isEmpty())
        .map(Reference::publisher)
        .findFirst()
        .orElse(first);
  }

  /// A share in percent, with the digits of a published figure.
  public static String percent(double share) {
    return Figures.three(100 * share) + "\u202f%";
  }

  private String text(String key, Object... arguments) {
    return words.text("report.safe." + key, arguments);
  }
}
