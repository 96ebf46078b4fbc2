package org.tonle.model;

/// Sanitation path in a sewershed: the share of its people whose excreta and wastewater take it.
///
/// @param sewershed id of the sewershed; of a town that is not divided, the town's
/// @param share of the sewershed's people, 0..1
/// @param plant treatment plant at the end of a sewer, or ""
/// @param entry where this path's load enters the water
/// @param retention row of `retentions.csv` on the way, or ""
/// @param keeping how the tanks or pits on this path are kept
public record Sanitation(
    String sewershed,
    Path path,
    double share,
    String plant,
    Entry entry,
    String retention,
    Provenance provenance,
    Keeping keeping) {
  /// Path of excreta and wastewater. `docs/theory/loads.md` says which are safely managed.
  public enum Path {
    SEWER_PLANT,
    SEWER,
    SEPTIC_EMPTIED,
    SEPTIC,
    PIT,
    NONE;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether a word is the id of a path.
    static boolean isId(String word) {
      return java.util.Arrays.stream(values()).anyMatch(path -> path.id().equals(word));
    }

    public Category category() {
      return this == SEWER_PLANT || this == SEWER ? Category.SEWERED : Category.ON_SITE;
    }
  }
}
