package org.tonle.simulate.course;

/// Lines of the mass balance. The first five come in.
public enum MassLine {
  BOUNDARY,
  SOURCES,
  LOCAL_INFLOW,
  RAIN,
  CREATED,
  OUT,
  ABSTRACTION,
  LOSS,
  REMOVED,
  NOT_DELIVERED,
  STORAGE_CHANGE
}
