package org.tonle.serve.draft;

/// Lever move: one step of the levers of a browser.
///
/// @param id number in the log
/// @param name what was moved, in words
/// @param before positions of all levers before it, as JSON that only the page reads
/// @param after the same after it
public record LeverMove(long id, String name, String before, String after) {}
