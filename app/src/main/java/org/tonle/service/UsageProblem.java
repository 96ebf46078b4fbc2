package org.tonle.service;

import java.util.Arrays;
import org.tonle.i18n.Words;

/// Usage problem: the user asked for something impossible; the sentence says what to do instead.
public final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final String[] arguments;
  private final String nearest;

  /// @param key key of the sentence in `i18n`
  public UsageProblem(String key, Object... arguments) {
    this("", key, arguments);
  }

  private UsageProblem(String nearest, String key, Object[] arguments) {
    super(key);
    this.nearest = nearest;
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
  }

  /// A problem with a name that does not exist.
  ///
  /// @param nearest name that was most likely meant, or ""
  public static UsageProblem unknown(String key, String nearest, Object... arguments) {
    return new UsageProblem(nearest, key, arguments);
  }

  public String in(Words words) {
    String sentence = words.text(key, (Object[]) arguments);
    return nearest.isEmpty() ? sentence : sentence + " " + words.text("nearest", "", "", nearest);
  }
}
