/// The edits of a study's tables between typing and saving: the log, undo, and scenarios that
/// people keep, in SQLite; and the tables as text, of which a save changes only what was edited.
@NullMarked
package org.tonle.serve.draft;

import org.jspecify.annotations.NullMarked;
