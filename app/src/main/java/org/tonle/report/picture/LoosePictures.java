package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Html;

/// Loose pictures: the pictures of a report, each as one SVG file that carries its sentence, law,
/// date and sources inside it, so that a copy never loses them.
public final class LoosePictures {
  private static final Pattern PART =
      Pattern.compile(
          "<h2 id='([a-z]+)'|<h3[^>]*>([^<]*)</h3>|(<figure class='narrow'>)|<svg (?![^>]*plain)[^>]*role='img'[^>]*>");
  private static final Pattern BOX =
      Pattern.compile("viewBox='[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)'");
  private static final Pattern NAME = Pattern.compile("^[^>]*data-picture='([^']*)'");
  private static final Pattern SAYS = Pattern.compile("aria-label='([^']*)'");
  private static final Pattern DEFINITIONS =
      Pattern.compile("<svg class='plain' width='0'.*?<defs>(.*?)</defs></svg>", Pattern.DOTALL);
  private static final Pattern LEGEND =
      Pattern.compile("<div class='legend'>(.*?)</div>", Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile("<span><svg ([^>]*>.*?</svg>)(.*?)</span>", Pattern.DOTALL);
  private static final Pattern OTHER = Pattern.compile("<h2|data-key=|<h3");

  /// Names in the large letters that only a phone shows.
  private static final Pattern PHONE =
      Pattern.compile("<g class='phone'>.*?</g>\n", Pattern.DOTALL);

  private static final String END = "</svg>";

  /// Width of bold letters relative to regular ones.
  private static final double BOLD = 1.15;

  private final String language;
  private final String style;
  private final String definitions;
  private final List<String> foot;
  private final Map<String, String> found = new LinkedHashMap<>();
  private final Map<String, String> sentences = new LinkedHashMap<>();
  private final Map<String, List<Key>> legends = new LinkedHashMap<>();

  /// Entry of a legend: a small picture, and what it stands for.
  private record Key(String svg, String words) {}

  /// @param html the report
  /// @param style its style sheet
  /// @param foot lines below each picture: law, date, run, sources
  public LoosePictures(String html, String language, String style, List<String> foot) {
    this.language = language;
    this.style = style;
    this.foot = List.copyOf(foot);
    Matcher shared = DEFINITIONS.matcher(html);
    definitions = shared.find() ? shared.group(1) : "";
    Map<String, Integer> counts = new TreeMap<>();
    String chapter = "front";
    String heading = "";
    boolean isRepeated = false;
    Matcher part = PART.matcher(html);
    while (part.find()) {
      if (part.group(1) != null) {
        chapter = part.group(1);
        heading = "";
      } else if (part.group(2) != null) {
        heading = part.group(2);
      } else if (part.group(3) != null) {
        isRepeated = true;
      } else if (isRepeated) {
        isRepeated = false;
      } else {
        int number = counts.merge(chapter, 1, Integer::sum);
        int end = html.indexOf(END, part.end()) + END.length();
        String svg = PHONE.matcher(html.substring(part.start(), end)).replaceAll("");
        String name = name(svg, chapter + "-" + number);
        found.put(name, svg);
        sentences.put(name, sentence(heading, svg));
        legends.put(name, legend(html, end));
      }
    }
  }

  /// The picture's own name, with a number if another has it; else that of its place in the report.
  private String name(String svg, String otherwise) {
    Matcher given = NAME.matcher(svg);
    String name = given.find() ? given.group(1) : otherwise;
    String free = name;
    for (int i = 2; found.containsKey(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  /// The legend that follows a picture, or the row of pictures that it is one of.
  private static List<Key> legend(String html, int end) {
    Matcher other = OTHER.matcher(html);
    Matcher legend = LEGEND.matcher(html);
    int most = other.find(end) ? other.start() : html.length();
    List<Key> keys = new ArrayList<>();
    if (legend.find(end) && legend.start() < most) {
      Matcher entry = ENTRY.matcher(legend.group(1));
      while (entry.find()) {
        keys.add(new Key(entry.group(1), entry.group(2)));
      }
    }
    return keys;
  }

  /// Names of the pictures in the order of the report, each with its sentence.
  public Map<String, String> names() {
    return new LinkedHashMap<>(sentences);
  }

  /// What a picture says, after the heading that it stands under.
  private static String sentence(String heading, String svg) {
    Matcher label = SAYS.matcher(svg);
    String says = label.find() ? label.group(1) : "";
    boolean isSaid = heading.isEmpty() || says.startsWith(heading) || heading.startsWith(says);
    String whole =
        isSaid ? (says.length() >= heading.length() ? says : heading) : heading + " · " + says;
    return whole
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /// The picture as a file of its own.
  ///
  /// @throws IllegalArgumentException if no picture has this name
  public String svg(String name) {
    String own = found.get(name);
    Matcher box = BOX.matcher(own == null ? "" : own);
    if (own == null || !box.find()) {
      throw new IllegalArgumentException("No picture " + name + ".");
    }
    double width = Double.parseDouble(box.group(1));
    double height = Double.parseDouble(box.group(2));
    double large = width / 36;
    double small = width / 58;
    List<String> above =
        LineBreaks.lines(sentences.getOrDefault(name, ""), language, width / BOLD, large);
    List<String> below = new ArrayList<>();
    foot.forEach(line -> below.addAll(LineBreaks.lines(line, language, width, small)));
    double top = large * (1 + 1.5 * above.size());
    StringBuilder keys = new StringBuilder();
    double under =
        top
            + height
            + keys(keys, legends.getOrDefault(name, List.of()), width, top + height, small);
    double all = under + small * (1.5 + 1.6 * below.size());
    StringBuilder svg =
        new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='")
            .append(Figures.px(-large) + " 0 " + Figures.px(width + 2 * large) + " ")
            .append(Figures.px(all) + "' lang='" + language + "'>\n<style>\n")
            .append(style.replace("&", "&amp;").replace("<", "&lt;"))
            .append("svg{font-family:var(--sans)}\n</style>\n<defs>")
            .append(definitions)
            .append("</defs>\n<rect x='")
            .append(Figures.px(-large) + "' width='100%' height='100%' fill='#FFFFFF'/>\n");
    for (int i = 0; i < above.size(); i++) {
      text(svg, above.get(i), large * (1.5 + 1.5 * i), large, "#17262E", "600");
    }
    svg.append("<svg x='0' y='" + Figures.px(top) + "' width='" + Figures.px(width) + "' height='");
    svg.append(Figures.px(height) + "' ").append(own.substring("<svg ".length())).append('\n');
    svg.append(keys);
    for (int i = 0; i < below.size(); i++) {
      double y = under + small * (1.6 + 1.6 * i);
      text(svg, below.get(i), y, small, "#4F5D64", "400");
    }
    return svg.append("</svg>\n").toString();
  }

  /// Draws a legend in as many rows as it needs.
  ///
  /// @return its height
  private static double keys(
      StringBuilder svg, List<Key> keys, double width, double top, double size) {
    double x = 0;
    double y = top + size;
    for (Key key : keys) {
      double own = 3 * size + TextWidth.of(key.words, size) + 2 * size;
      if (x > 0 && x + own > width) {
        x = 0;
        y += 1.7 * size;
      }
      String at = "x='" + Figures.px(x) + "' y='" + Figures.px(y);
      svg.append("<svg " + at + "' width='" + Figures.px(2.4 * size) + "' height='");
      svg.append(Figures.px(0.8 * size) + "' " + key.svg + "\n");
      svg.append("<text x='" + Figures.px(x + 2.8 * size) + "' y='" + Figures.px(y + 0.75 * size));
      svg.append("' font-size='" + Figures.px(size) + "' style='fill:#17262E'>");
      svg.append(key.words).append("</text>\n");
      x += own;
    }
    return keys.isEmpty() ? 0 : y + size - top;
  }

  private static void text(
      StringBuilder svg, String words, double y, double size, String colour, String weight) {
    svg.append("<text x='0' y='" + Figures.px(y) + "' font-size='" + Figures.px(size));
    svg.append("' font-weight='" + weight + "' style='fill:" + colour + "'>");
    svg.append(Html.escape(words)).append("</text>\n");
  }
}
