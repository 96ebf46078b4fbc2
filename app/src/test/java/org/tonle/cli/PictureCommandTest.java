package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;

class PictureCommandTest {
  @TempDir Path folder;

  @Test
  void aPictureCarriesItsSentenceLawAndDate() throws Exception {
    Path study = Folders.twoTowns(folder.resolve("study"));
    CommandsTest.Ran list = CommandsTest.run("picture", study, "--draws=10");
    assertEquals(Exit.DONE, list.code(), list.err());
    assertTrue(list.out().startsWith("map\t"), list.out());
    List<String> lines = list.out().lines().toList();
    assertEquals(lines.size(), lines.stream().distinct().count());
    for (String start : List.of("map", "load-bod", "water-", "profile-", "cause-", "sources-")) {
      String line = lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
      String name = line.substring(0, line.indexOf('\t'));
      Path file = folder.resolve(name + ".svg");
      CommandsTest.Ran one =
          CommandsTest.run("picture", study, name, "--draws=10", "--lang=zh", "--out", file);
      assertEquals(Exit.DONE, one.code(), one.err());
      String svg = Files.readString(file);
      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      assertTrue(svg.contains("CN-GB3838"), name);
      assertTrue(svg.contains("2024-06-01"), name);
      assertTrue(svg.contains("font-weight='600'"), name);
    }
  }

  @Test
  void aFileThatExistsStaysAndAnUnknownNameIsTold() throws Exception {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path file = Files.writeString(folder.resolve("map.svg"), "mine");
    CommandsTest.Ran ran = CommandsTest.run("picture", study, "map", "--out", file);
    assertEquals(Exit.USAGE, ran.code());
    assertEquals("mine", Files.readString(file));
    Path other = folder.resolve("other.svg");
    CommandsTest.Ran unknown =
        CommandsTest.run("picture", study, "load-bot", "--draws=10", "--out", other);
    assertEquals(Exit.USAGE, unknown.code());
    assertTrue(unknown.err().contains("load-bod"), unknown.err());
    assertFalse(Files.exists(other));
  }

  /// PNG by its option and by a file's ending; Khmer letters are packaged.
  @Test
  void aPictureIsAlsoPng() throws Exception {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path file = folder.resolve("load.PNG");
    CommandsTest.Ran one =
        CommandsTest.run("picture", study, "load-bod", "--draws=10", "--lang=km", "--out", file);
    assertEquals(Exit.DONE, one.code(), one.err());
    assertTrue(ImageIO.read(file.toFile()).getWidth() > 1600);
  }
}
