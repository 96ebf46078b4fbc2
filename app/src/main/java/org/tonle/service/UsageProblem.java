package org.tonle.service;

import java.util.Arrays;
import org.tonle.i18n.Words;

/// The user asked for something that cannot be; the sentence says what to do instead.
public final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final String[] arguments;

  /// @param key of the sentence in `i18n`
  public UsageProblem(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
  }

  public String in(Words words) {
    return words.text(key, (Object[]) arguments);
  }
}
