package org.tonle.model;

/// Where a figure comes from and how good it is.
///
/// @param reference key in `references.csv`, several parted by `;`, or "" where there is none
/// @param quality the mark; a figure without a reference is an estimate
public record Provenance(String reference, Quality quality) {
  public static final Provenance NONE = new Provenance("", Quality.ESTIMATE);
}
