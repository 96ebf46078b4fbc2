package org.tonle.simulate.course;

/// Lines of the mass balance, in order: incoming mass, then outgoing mass. Storage change is 0 over
/// a periodic year.
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
  STORAGE_CHANGE;

  public boolean comesIn() {
    return ordinal() <= CREATED.ordinal();
  }
}
