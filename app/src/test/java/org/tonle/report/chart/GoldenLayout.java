package org.tonle.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Golden layouts: charts as JSON and the pictures drawn from them, kept beside the tests;
/// `-Dtonle.write=true` writes them anew. The page draws the same JSON and must give the same
/// picture (page/test/unit/chart.test.ts).
public final class GoldenLayout {
  private static final JsonMapper MAPPER = new JsonMapper();

  private GoldenLayout() {}

  public static void check(String name, Layout layout) throws IOException {
    String json = json(layout);
    assertEquals(layout, MAPPER.readValue(json, Layout.class));
    kept(name + ".json", json);
    kept(name + ".svg", LayoutSvg.of(layout));
  }

  private static void kept(String name, String text) throws IOException {
    Path file =
        Path.of(System.getProperty("tonle.home", ".."))
            .resolve("app/src/test/resources/org/tonle/report/chart")
            .resolve(name);
    if (Boolean.getBoolean("tonle.write")) {
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file, StandardCharsets.UTF_8), text, name);
  }

  private static String json(Layout layout) {
    DefaultIndenter line = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(line)
            .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance());
    return MAPPER.writer().with(printer).writeValueAsString(layout) + "\n";
  }
}
