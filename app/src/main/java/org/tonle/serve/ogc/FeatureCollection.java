package org.tonle.serve.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Feature collection that the server offers.
enum FeatureCollection {
  REACHES("Reaches", "Reaches of the rivers, with their discharge by season"),
  LAKES("Lakes", "Lakes with their outlines, and the results of their water by season"),
  SOURCES("Sources", "Towns by sewershed, plants, factories and parks"),
  RESULTS("Results", "Reaches with median concentrations, classes and chances by season");

  private final String title;
  private final String meaning;

  FeatureCollection(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String title() {
    return title;
  }

  String meaning() {
    return meaning;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(FeatureCollection::id).toList();
  }

  static Optional<FeatureCollection> find(String id) {
    return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
  }
}
