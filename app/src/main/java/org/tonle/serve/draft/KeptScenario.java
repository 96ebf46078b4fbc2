package org.tonle.serve.draft;

/// Kept scenario: levers that somebody named.
///
/// @param changes as JSON, in the form of a scenario file
public record KeptScenario(
    String id, String name, String why, String who, String at, String changes) {}
