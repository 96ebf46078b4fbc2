package org.tonle.serve.torture;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonle.bench.Watch;
import org.tonle.serve.draft.Draft;
import tools.jackson.databind.JsonNode;

/// Kill torture: a server that is killed while it starts, edits, saves, keeps scenarios and runs. A
/// fault is an acknowledged edit or scenario that is lost, a store that does not open, a table that
/// is neither old nor new, or a file that nobody asked for.
public final class KillTorture {
  private static final String TABLE = "towns.csv";
  private static final String COLUMN = "population";
  private static final int ROW = 2;

  /// Most answers before a kill, and the longest time after the last of them.
  private static final int MOST_ANSWERS = 12;

  private static final int LONGEST_US = 30_000;

  /// Longest time from a start to a kill that waits for no address.
  private static final int LONGEST_START_US = 2_000_000;

  private final List<String> program;
  private final Path folder;
  private final Path complaints;
  private final SplittableRandom random;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> whole;
  private final Set<String> files;
  private final int cell;
  private final Map<String, Long> during = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /// What was acknowledged, and what was asked and may have been done.
  private int acknowledged;

  private int asked;
  private int kept;
  private final AtomicLong answers = new AtomicLong();
  private volatile String doing = "";

  private KillTorture(List<String> program, Path folder, Path complaints, long seed)
      throws IOException {
    this.program = List.copyOf(program);
    this.folder = folder;
    this.complaints = complaints;
    random = new SplittableRandom(seed);
    whole = Files.readAllLines(folder.resolve(TABLE));
    files = files();
    cell = List.of(whole.getFirst().split(",", -1)).indexOf(COLUMN);
    acknowledged = onDisk(whole);
    asked = acknowledged;
  }

  /// Finding of a torture.
  ///
  /// @param acknowledged requests that the server said it had done
  /// @param during kills by what was under way
  public record Finding(
      int kills, long acknowledged, Map<String, Long> during, List<String> faults) {
    public Finding {
      during = Map.copyOf(during);
      faults = List.copyOf(faults);
    }
  }

  /// @param program what starts Tonle, as words of a command line
  /// @param folder study whose first town has plain cells; it is edited
  public static Finding run(List<String> program, Path folder, int kills, long seed, Watch watch)
      throws IOException {
    Path complaints = Files.createTempFile("tonle-torture-", ".txt");
    KillTorture torture = new KillTorture(program, folder, complaints, seed);
    try {
      for (int kill = 0; kill < kills; kill++) {
        watch.doing("bench.killing", kill + 1, kills);
        torture.kill(kill % 8 == 7, kill % 2 == 0);
      }
      torture.last();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      torture.http.close();
      Files.deleteIfExists(complaints);
    }
    return new Finding(kills, torture.answers.get(), torture.during, torture.faults);
  }

  /// @param isAtStart whether to kill without waiting for the address
  /// @param isRunning whether a long run is under way meanwhile
  private void kill(boolean isAtStart, boolean isRunning) throws IOException, InterruptedException {
    Process process = TorturedServer.begin(program, folder, complaints);
    try {
      if (isAtStart) {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_START_US));
        doing = "start";
      } else {
        torment(process, isRunning);
      }
    } catch (IOException e) {
      faults.add(e.toString());
    } finally {
      process.destroyForcibly().waitFor();
    }
    during.merge(doing, 1L, Long::sum);
    inspect();
  }

  private void torment(Process process, boolean isRunning)
      throws IOException, InterruptedException {
    TorturedServer server = TorturedServer.of(http, process, complaints);
    requireKept(server);
    if (isRunning) {
      await(server);
      server.post("/api/v1/jobs", "{\"kind\":\"run\",\"settings\":{\"draws\":20000}}");
    }
    doing = "idle";
    Thread editor = Thread.ofPlatform().start(() -> edit(server));
    long before = answers.get();
    int count = random.nextInt(MOST_ANSWERS);
    while (editor.isAlive() && answers.get() < before + count) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_US));
    String now = doing;
    process.destroyForcibly().waitFor();
    editor.join();
    doing = isRunning ? now + "+run" : now;
  }

  /// Edits, saves and keeps scenarios until the server answers no more.
  private void edit(TorturedServer server) {
    try {
      for (int n = 1; ; n++) {
        if (n % 3 == 0) {
          doing = "save";
          done(server.post("/api/v1/save", "{}"));
        } else if (n % 7 == 0) {
          doing = "keep";
          String name = "{\"name\":\"" + (kept + 1) + "\",\"changes\":{}}";
          kept += done(server.post("/api/v1/scenarios", name)) ? 1 : 0;
        } else {
          doing = "edit";
          asked = acknowledged + 1;
          String where = "{\"row\":" + ROW + ",\"column\":\"" + COLUMN + "\",";
          String edit = "{\"edits\":[" + where + "\"value\":\"" + asked + "\"}]}";
          acknowledged =
              done(server.post("/api/v1/tables/towns/edits", edit)) ? asked : acknowledged;
        }
      }
    } catch (IOException e) {
      return; // killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether it was done; only a server that still prepares may refuse, and only a scenario.
  private boolean done(TorturedServer.Answer answer) {
    if (answer.isDone()) {
      answers.incrementAndGet();
    } else if (!answer.body().path("code").asString("").equals("preparing")) {
      faults.add(doing + ": " + answer.status() + " " + answer.body());
    }
    return answer.isDone();
  }

  /// After a start: what was acknowledged is there, and no table looks changed by somebody else.
  private void requireKept(TorturedServer server) throws IOException, InterruptedException {
    JsonNode table = server.get("/api/v1/tables/towns?limit=1").body();
    String found = table.path("rows").path(0).path("cells").path(cell).asString("");
    if (!found.equals(Integer.toString(acknowledged)) && !found.equals(Integer.toString(asked))) {
      faults.add("acknowledged " + acknowledged + ", found " + found);
    }
    acknowledged = found.isEmpty() ? acknowledged : Integer.parseInt(found);
    asked = acknowledged;
    if (!server.get("/api/v1/tables").body().path("isKept").asBoolean(false)) {
      faults.add("The store did not open.");
    }
    if (!server.get("/api/v1/outside").body().path("tables").isEmpty()) {
      faults.add("The table looks changed by somebody else.");
    }
  }

  /// After a kill: the table on the disk is old or new, and beside it lies nothing else.
  private void inspect() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(TABLE));
    List<String> expected = new ArrayList<>(whole);
    if (lines.size() == whole.size()) {
      String[] cells = whole.get(ROW - 1).split(",", -1);
      cells[cell] = Integer.toString(onDisk(lines));
      expected.set(ROW - 1, String.join(",", cells));
    }
    if (!lines.equals(expected) || onDisk(lines) > asked) {
      faults.add(
          TABLE + " is neither old nor new: " + lines.get(StrictMath.min(1, lines.size() - 1)));
    }
    if (!files().equals(files)) {
      faults.add("Other files than before: " + files());
    }
  }

  private int onDisk(List<String> lines) {
    int column = List.of(whole.getFirst().split(",", -1)).indexOf(COLUMN);
    String found = lines.size() < ROW ? "" : lines.get(ROW - 1).split(",", -1)[column];
    return found.matches("\\d{1,9}") ? Integer.parseInt(found) : Integer.MAX_VALUE;
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(f -> String.valueOf(f.getFileName()))
          .filter(f -> !f.equals(Draft.FOLDER))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void await(TorturedServer server) throws IOException, InterruptedException {
    long end_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (server.get("/api/v1/study").body().path("state").asString("").equals("preparing")
        && System.nanoTime() < end_ns) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /// At the end: every scenario that was acknowledged is there, and the table can be saved.
  private void last() throws IOException, InterruptedException {
    Process process = TorturedServer.begin(program, folder, complaints);
    try {
      TorturedServer server = TorturedServer.of(http, process, complaints);
      requireKept(server);
      await(server);
      int found = server.get("/api/v1/scenarios").body().path("keptCount").asInt(-1);
      if (found < kept) {
        faults.add("scenarios: acknowledged " + kept + ", found " + found);
      }
      doing = "save";
      done(server.post("/api/v1/save", "{}"));
    } finally {
      process.destroyForcibly().waitFor();
    }
    inspect();
  }
}
