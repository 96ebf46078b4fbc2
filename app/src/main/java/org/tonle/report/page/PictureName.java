package org.tonle.report.page;

import java.text.Normalizer;
import java.util.Locale;
import org.tonle.assess.Place;
import org.tonle.model.Names;

/// Name of a picture, which a person can type and which every language and run shares, e.g.
/// `cause-stung-siem-reap-fc`.
public final class PictureName {
  private PictureName() {}

  /// Joins what a picture shows, of where and of what.
  public static String of(String... parts) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      String plain = plain(part);
      name.append(name.isEmpty() || plain.isEmpty() ? "" : "-").append(plain);
    }
    return name.toString();
  }

  /// The English name of a place or source without what stands in brackets, else its id.
  public static String of(Names names, String id) {
    String plain = plain(names.en().replaceAll("\\(.*?\\)", " "));
    return plain.isEmpty() ? plain(id) : plain;
  }

  public static String of(Place place) {
    return of(place.names(), place.id());
  }

  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /// Gives a picture its name.
  public static String on(String svg, String name) {
    return svg.replaceFirst("<svg ", "<svg data-picture='" + Html.escape(name) + "' ");
  }
}
