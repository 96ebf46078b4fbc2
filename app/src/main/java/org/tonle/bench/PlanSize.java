package org.tonle.bench;

/// Size of a generated planning job.
///
/// @param sources sources in all
/// @param options options of each source, doing nothing among them
public record PlanSize(int reaches, int sources, int options, int constituents, long seed) {}
