package org.tonle.serve.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Chapter sections: a chapter of the report as data, so that the page says the same words and
/// figures. Pictures are left out, because the page draws layouts.
final class ChapterSections {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String PICTURE = "picture";
  private static final Pattern PART =
      Pattern.compile("<(h2|h3|p|li|table)\\b[^>]*>(.*?)</\\1>|<(svg)\\b.*?</svg>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr\\b[^>]*>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<(t[hd])\\b([^>]*)>(.*?)</\\1>", Pattern.DOTALL);

  private final ArrayNode sections = MAPPER.createArrayNode();
  private ObjectNode here;

  private ChapterSections(String title) {
    here = sections.addObject().put("title", title);
  }

  /// Sections of a chapter: `{title, note, table{heads[], rows[][]}}`, a further table in a section
  /// of its own without a title; heads that begin with "#" are over numbers.
  static ArrayNode of(String html) {
    ChapterSections made = new ChapterSections("");
    Matcher part = PART.matcher(html);
    while (part.find()) {
      if (part.group(1) != null) {
        made.add(part.group(1), part.group(2));
      } else {
        made.here.put(PICTURE, true);
      }
    }
    return made.said();
  }

  /// The sections that say something: not what stands before the first title, if it is nothing, and
  /// not words about a picture that is left out.
  private ArrayNode said() {
    ArrayNode said = MAPPER.createArrayNode();
    for (JsonNode section : sections) {
      boolean isOfPicture = section.has(PICTURE) && !section.has("table");
      boolean isEmpty = section.size() == 1 && section.path("title").asString("").isEmpty();
      if (!isOfPicture && !isEmpty) {
        said.add(((ObjectNode) section).without(PICTURE));
      }
    }
    return said;
  }

  private void add(String tag, String inner) {
    switch (tag) {
      case "h2" -> here.put("title", plain(inner));
      case "h3" -> here = sections.addObject().put("title", plain(inner));
      case "table" -> {
        here = here.has("table") ? sections.addObject().put("title", "") : here;
        here.set("table", table(inner));
      }
      default -> {
        String words = plain(inner);
        String before = here.path("note").asString("");
        if (!words.isEmpty()) {
          here.put("note", before.isEmpty() ? words : before + "\n" + words);
        }
      }
    }
  }

  private static ObjectNode table(String html) {
    ObjectNode table = MAPPER.createObjectNode();
    ArrayNode heads = table.putArray("heads");
    ArrayNode rows = table.putArray("rows");
    Matcher row = ROW.matcher(html);
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      boolean isHead = false;
      Matcher cell = CELL.matcher(row.group(1));
      while (cell.find()) {
        isHead |= cell.group(1).equals("th");
        boolean isNumber = isHead && cell.group(2).contains("'n'");
        cells.add((isNumber ? "#" : "") + plain(cell.group(3)));
      }
      ArrayNode to = isHead && rows.isEmpty() ? heads : rows.addArray();
      cells.forEach(to::add);
    }
    return table;
  }

  private static String plain(String html) {
    return html.replaceAll("(?s)<svg.*?</svg>", "")
        .replaceAll("<br ?/?>", " ")
        .replaceAll("(?<=[^>\\s])<small[^>]*>(?=[^<])", " · ")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }
}
