package org.tonle.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.folder.Inputs;
import org.tonle.folder.Reading;
import org.tonle.folder.ScenarioText;
import org.tonle.folder.StudyReader;
import org.tonle.model.Law;
import org.tonle.model.Scenario;
import org.tonle.model.Settings;
import org.tonle.model.Study;
import org.tonle.problem.Nearest;
import org.tonle.problem.Problem;
import org.tonle.run.Runner;
import org.tonle.scenario.ScenarioCheck;

/// Study source: a study as a command finds it, with all its problems.
///
/// @param study study; empty if there is an error
public record StudySource(
    Path folder,
    Optional<Study> study,
    List<Problem> problems,
    List<Reading.FileRows> rows,
    Inputs inputs) {
  /// Bytes of memory for each byte of the tables while they are read and checked: 8.2 do not
  /// suffice for 55 MB, 11.9 do.
  private static final double READING_BYTE = 9;

  /// Reads the folder and, if it has no error, runs the checks that need the whole study.
  public static StudySource check(Path folder) {
    Reading reading = reading(folder, OptionalInt.empty());
    List<Problem> problems = new ArrayList<>(reading.problems());
    reading.study().ifPresent(s -> problems.addAll(prepared(s)));
    return of(folder, reading, problems);
  }

  /// Problems that only show when the study is prepared: those of the baseline, and those that each
  /// scenario adds.
  private static List<Problem> prepared(Study study) {
    List<Problem> problems = new ArrayList<>(Runner.check(study, Scenario.BASELINE));
    Set<Problem> known = new HashSet<>(problems);
    for (Scenario scenario : study.scenarios()) {
      String own = ScenarioCheck.Rows.of(scenario).file();
      for (Problem problem : Runner.check(study, scenario)) {
        if (!known.contains(problem) && !problem.file().equals(own)) {
          problems.add(under(scenario, problem));
        }
      }
    }
    return problems;
  }

  private static Problem under(Scenario scenario, Problem p) {
    return new Problem(
        p.severity(),
        p.code(),
        p.file() + " (" + scenario.id() + ")",
        p.row(),
        p.column(),
        p.expected(),
        p.found(),
        p.hint());
  }

  private static Reading reading(Path folder, OptionalInt threads) {
    double need_byte = READING_BYTE * StudyReader.size_byte(folder);
    return MemoryFault.within(
        need_byte,
        () ->
            threads.isPresent()
                ? StudyReader.read(folder, threads.getAsInt())
                : StudyReader.read(folder));
  }

  /// Reads the folder.
  public static StudySource read(Path folder) {
    return read(folder, OptionalInt.empty());
  }

  /// Reads the folder in a number of threads; on all cores if empty.
  public static StudySource read(Path folder, OptionalInt threads) {
    Reading reading = reading(folder, threads);
    return of(folder, reading, reading.problems());
  }

  /// Reads the folder with other bytes in place of some of its tables.
  public static StudySource readWith(Path folder, Map<String, byte[]> tables) throws IOException {
    if (tables.isEmpty()) {
      return read(folder);
    }
    Path scratch = Files.createTempDirectory("tonle-draft");
    try {
      Map<String, Path> files = new TreeMap<>();
      for (Map.Entry<String, byte[]> table : tables.entrySet()) {
        files.put(table.getKey(), scratch.resolve(table.getKey()));
        Files.write(scratch.resolve(table.getKey()), table.getValue());
      }
      Reading reading = StudyReader.readWith(folder, files);
      return of(folder, reading, reading.problems());
    } finally {
      for (String file : tables.keySet()) {
        Files.deleteIfExists(scratch.resolve(file));
      }
      Files.deleteIfExists(scratch);
    }
  }

  private static StudySource of(Path folder, Reading reading, List<Problem> problems) {
    boolean isWrong = problems.stream().anyMatch(Problem::isError);
    return new StudySource(
        folder,
        isWrong ? Optional.empty() : reading.study(),
        problems.stream().map(p -> reading.inputs().located(p)).toList(),
        reading.rows(),
        reading.inputs());
  }

  /// The same study by another of its laws, its id or a name of it; "" for its own main law. The
  /// inputs say so too, so that a result tells by which law it was judged.
  public StudySource by(String law) {
    if (law.isEmpty() || study.isEmpty()) {
      return this;
    }
    String id = law(study.get(), law);
    Settings settings = study.get().settings();
    Study judged = study.get().with(settings.with(settings.judging().by(id)));
    return new StudySource(folder, Optional.of(judged), problems, rows, inputs.judgedBy(id));
  }

  /// The id of a law of the study, given its id or a name of it in any language.
  static String law(Study study, String word) {
    Map<String, String> idOf = new TreeMap<>();
    Set<String> ids = new TreeSet<>();
    study.rules().limits().forEach(l -> ids.add(l.standard()));
    for (Law law : study.rules().laws()) {
      for (String name : List.of(law.names().en(), law.names().zh(), law.names().km())) {
        if (ids.contains(law.standard()) && !name.isEmpty()) {
          idOf.putIfAbsent(name, law.standard());
        }
      }
    }
    ids.forEach(id -> idOf.put(id, id));
    String id = idOf.get(word);
    if (id != null) {
      return id;
    }
    if (ids.isEmpty()) {
      throw new UsageProblem("usage.no_laws", word);
    }
    String near = idOf.getOrDefault(Nearest.id(word, idOf.keySet()), "");
    throw UsageProblem.unknown("usage.law", near, word, String.join(", ", ids));
  }

  /// The scenario in a file that need not lie in the study's folder.
  ///
  /// @param problems that are found in it are added
  public static Optional<Scenario> scenario(Study study, Path file, List<Problem> problems)
      throws IOException {
    ScenarioText read =
        ScenarioText.toml(file.toString(), Files.readString(file), ScenarioCheck.of(study));
    problems.addAll(read.problems());
    return read.scenario();
  }

  /// The scenario with this id.
  static Scenario scenario(Study study, String id) {
    if (id.equals(Scenario.BASELINE.id())) {
      return Scenario.BASELINE;
    }
    return study.scenarios().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                UsageProblem.unknown(
                    "usage.scenario", nearest(study, id), id, String.join(", ", scenarios(study))));
  }

  /// The id of the scenario whose id or name is most similar to a word, or "".
  private static String nearest(Study study, String word) {
    Map<String, String> idOf = new TreeMap<>();
    for (Scenario s : study.scenarios()) {
      for (String known : List.of(s.id(), s.names().en(), s.names().zh(), s.names().km())) {
        idOf.putIfAbsent(known, s.id());
      }
    }
    idOf.put(Scenario.BASELINE.id(), Scenario.BASELINE.id());
    return idOf.getOrDefault(Nearest.id(word, idOf.keySet()), "");
  }

  static List<String> scenarios(Study study) {
    List<String> ids = new ArrayList<>(List.of(Scenario.BASELINE.id()));
    study.scenarios().forEach(s -> ids.add(s.id()));
    return ids;
  }
}
