package org.tonle.serve.draft;

/// Kept scenario: levers that somebody named.
///
/// @param changes as JSON, in the form of a scenario file
/// @param settings positions of the page's levers as JSON, which only the page reads; "" if none
public record KeptScenario(
    String id, String name, String why, String who, String at, String changes, String settings) {}
