package org.tonle.report.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/// Style sheet of a report, as far as its pictures use it: rules by element, class and ancestor,
/// with variables. It writes what its rules say into the elements themselves.
final class StyleSheet {
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z0-9]+)\\)");
  private static final Set<String> DRAWN =
      Set.of(
          "fill",
          "fill-opacity",
          "stroke",
          "stroke-opacity",
          "stroke-width",
          "stroke-dasharray",
          "stroke-linecap",
          "stroke-linejoin",
          "opacity",
          "paint-order",
          "vector-effect",
          "font-size",
          "font-weight",
          "text-anchor");

  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();

  /// Rule of one selector.
  ///
  /// @param steps compound selectors, the element's own last
  private record Rule(List<String> steps, Map<String, String> values, int weight) {}

  StyleSheet(String css) {
    // Rules for media, fonts and pages are about documents.
    String plain = css.replaceAll("/\\*.*?\\*/", "").replaceAll("@font-face\\{[^}]*\\}", "");
    plain = plain.replaceAll("@[a-z-]+[^{]*\\{(?:[^{}]*\\{[^{}]*\\})*[^{}]*\\}", "");
    Matcher rule = RULE.matcher(plain);
    while (rule.find()) {
      Map<String, String> values = values(rule.group(2));
      for (String selector : rule.group(1).split(",", -1)) {
        add(selector.strip(), values);
      }
    }
    rules.sort(Comparator.comparingInt(Rule::weight));
  }

  private void add(String selector, Map<String, String> values) {
    if (selector.equals(":root")) {
      values.forEach(variables::put);
    } else if (!selector.contains(":") && !selector.contains("[") && !selector.contains(">")) {
      List<String> steps = Arrays.asList(selector.split("\\s+", -1));
      int weight = 0;
      for (String step : steps) {
        weight += step.equals("*") ? 0 : step.startsWith(".") ? 0 : 1;
        weight += 100 * (step.length() - step.replace(".", "").length());
      }
      rules.add(new Rule(steps, values, weight));
    }
  }

  private static Map<String, String> values(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String one : text.split(";", -1)) {
      int colon = one.indexOf(':');
      if (colon > 0) {
        values.put(one.substring(0, colon).strip(), one.substring(colon + 1).strip());
      }
    }
    return values;
  }

  /// Writes the style of an element into its attributes: what it has of its own gives way to rules,
  /// and those to its style attribute.
  void write(Element element) {
    Map<String, String> found = new LinkedHashMap<>();
    rules.stream().filter(r -> matches(r.steps(), element)).forEach(r -> found.putAll(r.values()));
    found.putAll(values(element.getAttribute("style")));
    element.removeAttribute("style");
    found.forEach(
        (key, value) -> {
          if (DRAWN.contains(key)) {
            element.setAttribute(key, resolved(value));
          }
        });
    for (String key : DRAWN) {
      if (element.getAttribute(key).contains("var(")) {
        element.setAttribute(key, resolved(element.getAttribute(key)));
      }
    }
  }

  private String resolved(String value) {
    Matcher variable = VARIABLE.matcher(value);
    StringBuilder text = new StringBuilder();
    while (variable.find()) {
      String known = variables.getOrDefault(variable.group(1), "none");
      variable.appendReplacement(text, Matcher.quoteReplacement(known));
    }
    return variable.appendTail(text).toString();
  }

  private static boolean matches(List<String> steps, Element element) {
    if (!matches(steps.getLast(), element)) {
      return false;
    }
    int at = steps.size() - 2;
    for (var up = element.getParentNode();
        at >= 0 && up instanceof Element e;
        up = e.getParentNode()) {
      at -= matches(steps.get(at), e) ? 1 : 0;
    }
    return at < 0;
  }

  private static boolean matches(String step, Element element) {
    String[] parts = step.split("\\.", -1);
    boolean isTag =
        parts[0].isEmpty() || parts[0].equals("*") || parts[0].equals(element.getTagName());
    List<String> classes = Arrays.asList(element.getAttribute("class").split("\\s+", -1));
    return isTag && Arrays.stream(parts).skip(1).allMatch(classes::contains);
  }
}
