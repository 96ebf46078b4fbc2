package org.tonle.model;

/// Provenance of a number: its reference and its quality.
///
/// @param reference key in `references.csv`, several separated by `;`, or "" if it has no reference
/// @param quality quality mark; a number without a reference is an estimate
public record Provenance(String reference, Quality quality) {
  public static final Provenance NONE = new Provenance("", Quality.ESTIMATE);
}
