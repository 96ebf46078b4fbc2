package org.tonle.report.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;

/// SVG writer: elements, their attributes and words. Callers pass plain text; each value and word
/// is escaped here, once.
public final class Svg {
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean isInTag;

  /// Begins a picture of this size.
  ///
  /// @param says sentence on what it shows, for readers who cannot see it
  public static Svg picture(String width, String height, String says) {
    return new Svg()
        .element("svg")
        .with("viewBox", "0 0 " + width + " " + height)
        .with("role", "img")
        .with("aria-label", says);
  }

  /// Begins an element; attributes may follow.
  public Svg element(String name) {
    endTag();
    text.append('<').append(name);
    open.push(name);
    isInTag = true;
    return this;
  }

  public Svg with(String attribute, String value) {
    if (!isInTag) {
      throw new IllegalStateException("No element takes " + attribute + ".");
    }
    text.append(' ').append(attribute).append("='").append(Html.escape(value)).append('\'');
    return this;
  }

  /// Adds an attribute with a length or position in the picture's units.
  public Svg with(String attribute, double px) {
    return with(attribute, Figures.px(px));
  }

  /// Writes words into the last element begun and ends it.
  public Svg words(String words) {
    endTag();
    text.append(Html.escape(words));
    return end();
  }

  /// Ends the last element begun.
  public Svg end() {
    String name = open.pop();
    text.append(isInTag ? "/>" : "</" + name + ">");
    isInTag = false;
    return this;
  }

  private void endTag() {
    text.append(isInTag ? ">" : "");
    isInTag = false;
  }

  /// The whole picture, once every element has ended.
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Not ended: " + open);
    }
    return text.toString();
  }
}
