package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.option.RunOptions;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.service.DiskFault;
import org.tonle.service.RunOrder;
import org.tonle.service.StudySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  @TempDir Path folder;

  record Ran(int code, String out, String err) {}

  static Ran run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream errBefore = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Main.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errBefore);
    }
  }

  @Test
  void checkPrintsProblemsAsJson() throws IOException {
    Folders.twoTowns(folder);
    Path towns = folder.resolve("towns.csv");
    Files.writeString(towns, Files.readString(towns).replace("urban,60000", "urban,many"));
    Ran ran = run("check", folder, "--json");
    assertEquals(Exit.PROBLEMS, ran.code());
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertEquals(1, json.get("errors").asInt());
    JsonNode problem = json.get("problems").get(0);
    assertEquals(
        List.of("severity", "code", "file", "row", "column", "expected", "found", "hint"),
        List.copyOf(problem.propertyNames()));
    assertEquals("not_a_number", problem.get("code").asString());
    assertEquals(2, problem.get("row").asInt());
    assertEquals("many", problem.get("found").asString());
  }

  @Test
  void aStudyWithErrorsChangesNoFile() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Files.delete(study.resolve("nodes.csv"));
    Path out = folder.resolve("out");
    assertEquals(Exit.PROBLEMS, run("run", study, "--out", out).code());
    assertFalse(Files.exists(out));
    assertEquals(List.of("study"), names(folder));
  }

  @Test
  void runPrintsASummaryAndLeavesWholeResults() throws IOException {
    Path out = folder.resolve("out");
    Ran ran = run("run", Folders.study("two-towns"), "--draws", 20, "--json", "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    for (String key :
        List.of(
            "reaches",
            "constituents",
            "seasons",
            "draws",
            "seconds",
            "massBalanceError",
            "breaches")) {
      assertTrue(json.has(key), key);
    }
    assertTrue(names(out).contains("results.gpkg"));
    assertEquals(
        Exit.DONE,
        run(
                "run",
                Folders.study("two-towns"),
                "--draws",
                0,
                "--scenario",
                "lower-works",
                "--out",
                out)
            .code());
    assertEquals(List.of("out"), names(folder));
  }

  @Test
  void anotherLawOfTheStudyIsChosenForOneRun() throws IOException {
    Path study = Folders.study("two-towns");
    Path own = folder.resolve("own");
    Path other = folder.resolve("other");
    assertEquals(Exit.DONE, run("run", study, "--draws", 20, "--out", own).code());
    Ran ran = run("run", study, "--draws", 20, "--law", "KH-27", "--out", other);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonMapper json = new JsonMapper();
    JsonNode before = json.readTree(Files.readString(own.resolve("summary.json")));
    JsonNode after = json.readTree(Files.readString(other.resolve("summary.json")));
    assertEquals("CN-GB3838", before.get("standard").asString());
    assertEquals("KH-27", after.get("standard").asString());
    // The stored inputs carry the law, so that a difference of two results names it.
    Ran diff = run("diff", own, other);
    assertTrue(diff.out().contains("main_standard"), diff.out());
    assertTrue(diff.out().contains("KH-27"), diff.out());
  }

  @Test
  void anUnknownLawIsRefusedWithTheNearest() throws IOException {
    Ran ran = run("run", Folders.study("two-towns"), "--law", "KH27", "--out", folder.resolve("o"));
    assertEquals(Exit.USAGE, ran.code());
    assertEquals(
        "The study has no law \"KH27\"; it has CN-GB3838, KH-27. Did you mean KH-27?",
        ran.err().strip());
    assertFalse(Files.exists(folder.resolve("o")));
  }

  // With a tip and a casing of its own, each of the 1,600 reaches took 160 bytes on every map.
  @Test
  void aReportOfVeryManyReachesDrawsThemInRuns() throws IOException {
    Path study = folder.resolve("study");
    assertEquals(
        Exit.DONE,
        run(
                "bench",
                "study",
                "--reaches",
                1600,
                "--towns",
                40,
                "--seasons",
                1,
                "--constituents",
                2,
                "--out",
                study)
            .code());
    Path out = folder.resolve("out");
    Ran ran = run("report", study, "--draws", 4, "--lang", "en", "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    String html = Files.readString(out.resolve("report-en.html"));
    int start = html.indexOf("data-picture='map'");
    String map = html.substring(start, html.indexOf("</svg>", start));
    assertEquals(1600, map.split("<use href='#r[0-9]+'/>", -1).length - 1);
    assertTrue(map.length() < 1600 * 40, map.length() + " bytes");
    // One season needs no name.
    assertFalse(html.contains("in the season"), "a study of one season names it");
    // Without lakes and measurements the year has no chart; without references no table has rows.
    assertFalse(html.contains("The year in lakes"), "a heading with nothing below it");
    assertFalse(html.contains("<tbody>\n</tbody>"), "a table without rows");
  }

  // 1,600 reaches in 12 seasons are 19,200 lines for each set of maps: two sets have room.
  @Test
  void aReportOfVeryManyReachesKeepsTheMapsThatTellMostAndSaysSo() throws IOException {
    Path study = folder.resolve("study");
    run(
        "bench",
        "study",
        "--reaches",
        1600,
        "--towns",
        40,
        "--seasons",
        12,
        "--constituents",
        2,
        "--out",
        study);
    Path out = folder.resolve("out");
    assertEquals(
        Exit.DONE, run("report", study, "--draws", 4, "--lang", "en", "--out", out).code());
    String html = Files.readString(out.resolve("report-en.html"));
    assertTrue(html.contains("Maps by 2 more standards and constituents are left out"));
    assertEquals(24, html.split("data-picture='map-", -1).length - 1);
    String classes = Files.readString(out.resolve("classes.csv"));
    assertTrue(classes.contains("GROWN,reach,R1,S12,C1,") && classes.contains(",C2,"));
  }

  // One limit broken in every simulation: "would differ by about 1.1 · 10⁻⁸".
  @Test
  void aCountThatCannotDifferIsNotSaidTo() throws IOException {
    String html = reportOfMildLaw(8, 0.5);
    assertTrue(html.contains("How sure is this?"));
    assertFalse(html.contains("would differ by"), "a standard error of nothing");
  }

  // Page one had a title and an empty lead.
  @Test
  void aPageWithoutBreachesSaysHowTheLimitsStand() throws IOException {
    String html = reportOfMildLaw(1000, 0.1);
    assertTrue(
        html.contains(
            "<p class='lead'>Of 138 limits by CN-GB3838, 138 are met with certainty.</p>"));
  }

  /// English report of two towns whose law asks for little: every upper limit is `times` as high,
  /// every lower one is `lowest`.
  private String reportOfMildLaw(double times, double lowest) throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path standards = study.resolve("standards.csv");
    List<String> mild = new ArrayList<>();
    for (String row : Files.readAllLines(standards)) {
      String[] cells = row.split(",", -1);
      if (cells[6].equals("max")) {
        cells[7] = Double.toString(times * Double.parseDouble(cells[7]));
      } else if (cells[6].equals("min")) {
        cells[7] = Double.toString(lowest);
      }
      mild.add(String.join(",", cells));
    }
    Files.write(standards, mild);
    Path out = folder.resolve("out");
    Ran ran = run("report", study, "--draws", 200, "--lang", "en", "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    return Files.readString(out.resolve("report-en.html"));
  }

  // Two comparisons by different laws wrote to one folder.
  @Test
  void aResultIsNamedByALawThatIsNotTheStudysOwn() throws IOException {
    Study study = StudySource.read(Folders.study("two-towns")).study().orElseThrow();
    assertEquals("-KH-27", RunOrder.ending(study, "KH-27"));
    assertEquals("", RunOrder.ending(study, ""));
  }

  @Test
  void aFolderOfTheUsersIsNotReplaced() throws IOException {
    Path out = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(out.resolve("letter.txt"), "dear");
    Ran ran = run("run", Folders.study("two-towns"), "--draws", 0, "--out", out);
    assertEquals(Exit.USAGE, ran.code());
    assertEquals(List.of("letter.txt"), names(out));
    assertEquals(Exit.USAGE, run("new", out).code());
  }

  @Test
  void newMakesAStudyThatPasses() {
    Path study = folder.resolve("my study");
    assertEquals(Exit.DONE, run("new", study).code());
    assertEquals(Exit.DONE, run("check", study).code());
  }

  @Test
  void newMinimalMakesAStudyOfTheCountrysFiguresThatPassesWithoutAWord() throws IOException {
    Path study = folder.resolve("province");
    assertEquals(Exit.DONE, run("new", "--minimal", study).code());
    Ran check = run("check", study);
    assertEquals(Exit.DONE, check.code());
    assertTrue(check.err().contains("0 errors, 0 warnings"), check.err());
    String towns = Files.readString(study.resolve("towns.csv"));
    assertEquals(2, towns.lines().count(), "one example row");
    assertTrue(Files.readString(study.resolve("factors.csv")).contains("per_person,urban,BOD"));
    String references = Files.readString(study.resolve("references.csv"));
    assertTrue(references.contains("ipcc2019_ch6") && !references.contains("ADB_PURSAT"));
    String factors = Files.readString(study.resolve("factors.csv"));
    assertTrue(factors.contains("retention,town_ground,") && !factors.contains("ta_mok"), factors);
    String spreads = Files.readString(study.resolve("uncertainty.csv"));
    assertTrue(spreads.contains("retention,on_site,") && !spreads.contains("flooded"), spreads);
    assertEquals(Exit.DONE, run("new", "--country", "KH", folder.resolve("implied")).code());
    assertTrue(Files.exists(folder.resolve("implied/inflows.csv")));
    assertTrue(!Files.exists(folder.resolve("implied/lakes.csv")), "not two-towns");
    Ran other = run("new", "--country", "XX", folder.resolve("other"));
    assertEquals(Exit.USAGE, other.code());
    assertTrue(other.err().contains("XX") && other.err().contains("KH"), other.err());
  }

  @Test
  void wrongUsageIsSaidInASentence() {
    assertEquals(Exit.USAGE, run("run", Folders.study("two-towns"), "--scenario", "none").code());
    assertEquals(Exit.USAGE, run("run", Folders.study("two-towns"), "--draws", -1).code());
    assertEquals(Exit.USAGE, run("report", Folders.study("two-towns"), "--lang", "fr").code());
    assertEquals(Exit.USAGE, run("fly").code());
    Ran missing = run("check", folder.resolve("nothing"), "--lang", "km");
    assertEquals(Exit.PROBLEMS, missing.code());
    assertTrue(missing.err().contains("គ្មានថត"), missing.err());
  }

  @Test
  void aWrongStudyIsJsonForRunToo() throws IOException {
    Ran ran = run("run", folder.resolve("nothing"), "--json");
    assertEquals(Exit.PROBLEMS, ran.code());
    assertEquals(1, new JsonMapper().readTree(ran.out()).get("errors").asInt());
  }

  @Test
  void anIdIsNoPath() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path toml = study.resolve("study.toml");
    Files.writeString(toml, Files.readString(toml).replace("\"two-towns\"", "\"../../x\""));
    assertEquals(Exit.DONE, run("check", study).code());
    Study read = StudyReader.read(study).study().orElseThrow();
    assertEquals(Path.of("results", "_.._.._x-baseline"), new RunOptions().out(read));
  }

  @Test
  void whatAStudyBringsDoesNotSteerTheTerminal() {
    assertEquals("a\ufffd[2Jb\n\ufffdc", Console.shown("a\u001b[2Jb\n\u202ec"));
    assertEquals("ភ្នំពេញ 金边", Console.shown("ភ្នំពេញ 金边"));
    assertEquals(2000, Console.shown("x".repeat(100_000)).length());
  }

  @Test
  void aDiskFaultIsASentence() {
    Words words = Words.in("en");
    assertTrue(DiskFault.says(new IOException("No space left on device"), words).contains("full"));
    assertTrue(DiskFault.says(new AccessDeniedException("a/b"), words).contains("a/b"));
    assertTrue(DiskFault.says(new NoSuchFileException("c"), words).contains("NoSuchFile c"));
  }

  @Test
  void reportsStandBesideTheResults() throws IOException {
    Path out = folder.resolve("out");
    Ran ran =
        run("report", Folders.study("two-towns"), "--draws", 10, "--lang", "en,km", "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(names(out).containsAll(List.of("report-en.html", "report-km.html", "summary.json")));
  }

  @Test
  void benchPrintsItsFiguresAsJson() throws IOException {
    Ran ran = run("bench", "order", "--reaches", 1001, "--repeat", 2, "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    for (String task : List.of("order", "kernel", "whatif", "apportion", "globe", "torture")) {
      List<Object> line = new ArrayList<>(List.of("bench", task, "--repeat", 2, "--json"));
      if (!task.equals("torture")) {
        line.addAll(List.of("--reaches", 301, "--draws", 20));
      }
      Ran one = run(line.toArray());
      assertEquals(Exit.DONE, one.code(), one.err());
      JsonNode figures = new JsonMapper().readTree(one.out());
      for (String key :
          List.of(
              "ns_per_element", "milliseconds", "kernel", "peak_heap_mb", "max_open", "check")) {
        assertTrue(figures.has(key), task + " " + key);
      }
    }
    for (String key :
        List.of("ns_per_element", "milliseconds", "kernel", "peak_heap_mb", "max_open", "check")) {
      assertTrue(json.has(key), key);
    }
    assertEquals(1001, json.get("reaches").asInt());
    Ran told = run("bench", "order", "--reaches", 1001, "--repeat", 2, "--lang", "zh");
    assertTrue(told.out().contains("河段数"), told.out());
  }

  @Test
  void benchPlansOnARiverTree() throws IOException {
    Ran ran =
        run(
            "bench",
            "plan",
            "--reaches",
            601,
            "--sources",
            60,
            "--options",
            4,
            "--seed",
            3,
            "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode one = new JsonMapper().readTree(ran.out());
    assertEquals(60, one.get("sources").asInt());
    assertTrue(one.get("cost").asDouble() > 0);
    assertTrue(one.get("bound").asDouble() <= one.get("cost").asDouble());
    assertTrue(one.get("gap").asDouble() <= 1e-4);
    assertTrue(one.get("seconds").asDouble() > 0 && one.get("memory_mb").asDouble() > 0);
    // Several constituents are a program for the solver.
    Ran two =
        run(
            "bench",
            "plan",
            "--job",
            "P7",
            "--reaches",
            601,
            "--sources",
            60,
            "--options",
            4,
            "--constituents",
            2,
            "--lang",
            "km");
    assertEquals(Exit.DONE, two.code(), two.err());
    assertTrue(two.out().contains("program"), two.out());
    assertEquals(Exit.USAGE, run("bench", "order", "--job", "P7").code());
    assertEquals(Exit.USAGE, run("bench", "plan", "--sources", 0).code());
  }

  @Test
  void benchTorturesSessionsAndCountsWhatItMet() throws IOException {
    Ran ran = run("bench", "torture", "--on", "studies", "--repeat", 12, "--seed", 5, "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertEquals(12, json.get("studies").asInt());
    assertEquals(36, json.get("scenarios").asInt());
    assertEquals(0, json.get("failures").asInt());
    assertEquals(0, json.get("check").asInt(), "No river was tortured.");
    assertEquals("", json.get("first_difference").asString());
    for (String feature : List.of("lakes", "set_sanitation", "touched", "from_two_threads")) {
      assertTrue(json.get("met").get(feature).asInt() > 0, feature);
    }
    Ran rivers = run("bench", "torture", "--on", "rivers", "--repeat", 1, "--json");
    assertFalse(new JsonMapper().readTree(rivers.out()).has("studies"));
    Ran told = run("bench", "torture", "--on", "studies", "--repeat", 1, "--lang", "km");
    assertTrue(told.out().contains("touched"), told.out());
  }

  @Test
  void benchRefusesWhatItCannotMeasure() throws IOException {
    assertEquals(Exit.USAGE, run("bench").code());
    assertEquals(Exit.USAGE, run("bench", "flight").code());
    assertEquals(Exit.USAGE, run("bench", "order", "--reaches", 0).code());
    assertEquals(Exit.USAGE, run("bench", "order", "--columns", "id=ID").code());
    assertEquals(Exit.USAGE, run("bench", "whatif", "--against-c").code());
    assertEquals(Exit.USAGE, run("bench", "kernel", "--against-c", "--threads", 2).code());
    assertEquals(Exit.USAGE, run("bench", "kernel", "--sources", 9).code());
    assertEquals(Exit.USAGE, run("bench", "kernel", "--on", "studies").code());
    assertEquals(Exit.USAGE, run("bench", "torture", "--on", "moons").code());
    Path file = folder.resolve("rivers.csv");
    Ran none = run("bench", "order", "--network", file, "--lang", "km");
    assertEquals(Exit.USAGE, none.code());
    assertTrue(none.err().contains("គ្មានឯកសារ"), none.err());
    Files.writeString(file, "id,next_down,length_km,discharge_m3_per_s\nA,A,1,1\n");
    assertEquals(Exit.USAGE, run("bench", "order", "--network", file, "--columns", "x=y").code());
    Ran circle = run("bench", "order", "--network", file);
    assertEquals(Exit.PROBLEMS, circle.code());
    assertTrue(circle.err().contains("A -> A"), circle.err());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void apportionAtAddsToAResult() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path out = folder.resolve("out");
    String last = "--draws=20";
    run("demand", study, last, "--out", out);
    run("report", study, "--lang=en", last, "--out", out);
    List<String> before = Files.readAllLines(out.resolve("contributions.csv"));
    Ran ran = run("apportion", study, "--at", "MID", last, "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    List<String> after = Files.readAllLines(out.resolve("contributions.csv"));
    assertTrue(after.containsAll(before), "Rows are gone.");
    assertTrue(after.size() > before.size(), "No row was added.");
    assertTrue(Files.exists(out.resolve("demand.csv")));
    assertTrue(Files.exists(out.resolve("report-en.html")));
    assertTrue(Files.readString(out.resolve("columns.csv")).contains("demand.csv"));
    try (ReadableWorkbook book = new ReadableWorkbook(out.resolve("results.xlsx").toFile())) {
      int rows = book.findSheet("contributions").orElseThrow().read().size();
      assertEquals(after.size() + 1, rows, "The workbook is behind its tables.");
    }
    run("apportion", study, "--at", "MID", last, "--out", out);
    assertEquals(after.size(), Files.readAllLines(out.resolve("contributions.csv")).size());
    JsonNode told = new JsonMapper().readTree(Files.readString(out.resolve("summary.json")));
    long places =
        after.stream().skip(1).map(r -> r.split(",", 3)[0] + r.split(",", 3)[1]).distinct().count();
    assertEquals(places, told.get("contributions").get("places").asLong());
    assertEquals(places, told.get("contributionsPlaces").asLong());
    Ran other = run("apportion", study, "--at", "MID", "--draws=21", "--out", out);
    assertTrue(other.err().contains("another run"), other.err());
    assertTrue(Files.exists(out.resolve("demand.csv")));
    assertTrue(Files.readString(out.resolve("report-en.html")).contains("21 simulations"));
    List<String> anew = Files.readAllLines(out.resolve("contributions.csv"));
    assertEquals(keys(after), keys(anew));
  }

  /// Place, season and constituent of each row.
  private static Set<List<String>> keys(List<String> rows) {
    Set<List<String>> keys = new TreeSet<>(Comparator.comparing(List::toString));
    rows.forEach(row -> keys.add(List.of(row.split(",", 5)).subList(0, 4)));
    return keys;
  }

  @Test
  void aFullResultIsNeverReplacedByLess() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path out = folder.resolve("out");
    run("report", study, "--draws=20", "--lang=en,km", "--out", out);
    List<String> full = names(out);
    for (List<String> less :
        List.of(
            List.of("run"),
            List.of("run", "--worst=1"),
            List.of("apportion"),
            List.of("apportion", "--constituent=TP"),
            List.of("apportion", "--at=MID", "--season=dry"),
            List.of("demand", "--rule=by-contribution"),
            List.of("report", "--lang=en"))) {
      for (String draws : List.of("--draws=20", "--draws=19")) {
        List<Object> line = new ArrayList<>(less);
        line.add(1, study);
        line.addAll(List.of(draws, "--out", out));
        Ran ran = run(line.toArray());
        assertEquals(Exit.DONE, ran.code(), line + ran.err());
        assertEquals(full, names(out), line.toString());
      }
    }
    List<String> demand = Files.readAllLines(out.resolve("demand.csv"));
    String verdicts = Files.readString(out.resolve("verdicts.csv"));
    assertTrue(verdicts.contains(",Upper Town,"), "First causes are gone.");
    run("run", study, "--draws=19", "--out", out);
    assertEquals(verdicts, Files.readString(out.resolve("verdicts.csv")));
    Ran part = run("demand", study, "--constituent=TP", "--draws=20", "--out", out);
    assertEquals(Exit.USAGE, part.code());
    assertTrue(part.err().contains("TP"), part.err());
    assertEquals(demand, Files.readAllLines(out.resolve("demand.csv")));
    assertEquals(Exit.USAGE, run("compare", study, "baseline", "lower-works", "--out", out).code());
    assertEquals(full, names(out));
  }

  @Test
  void aFullStandardOutputIsAFault() {
    PrintStream before = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setOut(
          new PrintStream(
              new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                  throw new IOException("No space left on device");
                }
              }));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      assertEquals(Exit.FAULT, Main.execute("--version"));
    } finally {
      System.setOut(before);
      System.setErr(errBefore);
    }
    assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void runApportionsTheWorstPlacesWhenAsked() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path out = folder.resolve("out");
    run("run", study, "--draws=20", "--out", out);
    assertFalse(Files.exists(out.resolve("contributions.csv")));
    JsonNode none = new JsonMapper().readTree(Files.readString(out.resolve("summary.json")));
    assertEquals(0, none.get("contributions").get("places").asLong());
    Ran ran = run("run", study, "--draws=20", "--worst", 1, "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode one = new JsonMapper().readTree(Files.readString(out.resolve("summary.json")));
    assertEquals(1, one.get("contributions").get("places").asLong());
    assertTrue(one.get("contributions").get("of").asLong() > 1);
    assertEquals(Exit.USAGE, run("run", study, "--worst", -1, "--out", out).code());
  }

  @Test
  void apportionAddsUpAndKnowsItsPlaces() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path out = folder.resolve("out");
    Ran ran =
        run(
            "apportion",
            study,
            "--at",
            "MID",
            "--by",
            "source",
            "--draws",
            20,
            "--json",
            "--out",
            out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    for (JsonNode receptor : json.get("receptors")) {
      double sum = 0;
      for (JsonNode part : receptor.get("contributions")) {
        sum += part.get("central").asDouble();
      }
      double total = receptor.get("total").get("central").asDouble();
      assertEquals(total, sum, 1e-9 * StrictMath.max(1, StrictMath.abs(total)));
    }
    assertTrue(Files.exists(out.resolve("contributions.csv")));
    assertEquals(Exit.USAGE, run("apportion", study, "--at", "R99").code());
    assertEquals(Exit.USAGE, run("apportion", study, "--season", "monsoon").code());
    assertEquals(Exit.USAGE, run("apportion", study, "--constituent", "Hg").code());
    assertEquals(Exit.USAGE, run("apportion", study, "--by", "colour").code());
  }

  @Test
  void demandIsSimulatedAndWritten() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path out = folder.resolve("out");
    Ran ran = run("demand", study, "--draws", 50, "--json", "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertEquals(json.get("check").get("asked").asInt(), json.get("check").get("met").asInt());
    assertEquals("demand", json.get("measure").get(0).get("question").asString());
    assertTrue(json.get("rests").size() > 1, "rests: " + json.get("rests"));
    for (String table :
        List.of(
            "demand.csv",
            "capacity.csv",
            "permits.csv",
            "measure.csv",
            "demand_marks.csv",
            "contributions.csv")) {
      assertTrue(Files.exists(out.resolve(table)), table);
    }
    assertEquals(Exit.USAGE, run("demand", study, "--rule", "fair").code());
    assertEquals(Exit.USAGE, run("demand", study, "--confidence", "1.5").code());
    assertEquals(Exit.USAGE, run("demand", study, "--design-flow", "lower-works").code());
  }
}
