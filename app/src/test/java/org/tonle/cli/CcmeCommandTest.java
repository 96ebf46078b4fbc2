package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CcmeCommandTest {
  @TempDir Path folder;

  private JsonNode groups(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("samples.csv"), text);
    CommandsTest.Ran ran = CommandsTest.run("ccme", file, "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    return new JsonMapper().readTree(ran.out()).get("groups");
  }

  @Test
  void theExampleOfTheManual() throws IOException {
    Path example =
        Path.of(System.getProperty("tonle.shared", ""), "cases", "wqi", "ccme-devon-1997.csv");
    Assumptions.assumeTrue(Files.isRegularFile(example), "the example is not here: " + example);
    String text = Files.readString(example);
    JsonNode one =
        groups(text.replaceFirst("date,variable,value,.*", "date,variable,value,lower,upper"));
    assertEquals(1, one.size());
    assertEquals(88.127997661, one.get(0).get("index").asDouble(), 1e-6);
    assertEquals("good", one.get(0).get("category").asString());
    assertEquals(10, one.get(0).get("variables").asInt());
    assertEquals(103, one.get(0).get("tests").asInt());
  }

  @Test
  void groupsAreIndexedAlone() throws IOException {
    JsonNode both =
        groups(
            """
            variable,group,value,lower,upper
            TP,b,0.02,,0.05
            TP,a,<0.1,,0.05
            TP,a,,,0.05
            DO,a,0,5,
            """);
    assertEquals("b", both.get(0).get("group").asString());
    assertEquals(100, both.get(0).get("index").asDouble());
    assertEquals("excellent", both.get(0).get("category").asString());
    assertEquals(2, both.get(1).get("tests").asInt());
    // all variables and tests fail, one infinitely
    assertEquals(100, both.get(1).get("f3").asDouble());
    assertEquals(0, both.get(1).get("index").asDouble(), 0.01);
    CommandsTest.Ran told = CommandsTest.run("ccme", folder.resolve("samples.csv"), "--lang", "zh");
    assertTrue(told.out().contains("优"), told.out());
  }

  @Test
  void whatIsNoTestIsRefusedWithItsLine() throws IOException {
    for (String row :
        List.of(
            "a,TP,much,,0.05", "a,TP,1,,", "a,TP,1,3,2", "a,,1,,2", "a,TP,NaN,,2", "a,TP,1,,<2")) {
      Path file =
          Files.writeString(
              folder.resolve("wrong.csv"), "group,variable,value,lower,upper\na,TP,1,,2\n" + row);
      CommandsTest.Ran ran = CommandsTest.run("ccme", file);
      assertEquals(Exit.USAGE, ran.code(), row);
      assertTrue(ran.err().contains("line 3"), row + ran.err());
    }
    Path file = Files.writeString(folder.resolve("wrong.csv"), "group,variable,value\n");
    assertTrue(CommandsTest.run("ccme", file).err().contains("lower"));
    assertEquals(Exit.USAGE, CommandsTest.run("ccme", folder.resolve("none.csv")).code());
  }
}
