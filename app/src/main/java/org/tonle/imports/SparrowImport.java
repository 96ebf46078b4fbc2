package org.tonle.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.problem.Problem;

/// Import of the tables of a SPARROW model as a study.
public final class SparrowImport {
  /// Problems that a user may accept knowingly.
  public static final Set<String> TOLERABLE = Set.of("fractions_do_not_sum", "cycle_in_network");

  private final Optional<SparrowStudy> study;
  private final List<Problem> problems;

  private SparrowImport(Optional<SparrowStudy> study, List<Problem> problems) {
    this.study = study;
    this.problems = List.copyOf(problems);
  }

  /// Reads the tables of a folder.
  ///
  /// @param mapping file that names the column of each variable; empty = found by the header
  /// @param model number or name, if the tables hold several models
  /// @param tolerate codes of problems to accept knowingly
  public static SparrowImport read(
      Path folder, Optional<Path> mapping, String model, Set<String> tolerate) throws IOException {
    Optional<SparrowMapping> found =
        mapping.isPresent()
            ? Optional.of(SparrowMapping.read(mapping.get()))
            : SparrowMapping.find(folder);
    if (found.isEmpty()) {
      return new SparrowImport(
          Optional.empty(),
          List.of(
              Problem.error(
                  "no_known_tables",
                  "",
                  0,
                  "",
                  SparrowMapping.expected(),
                  String.valueOf(folder.getFileName()),
                  "")));
    }
    SparrowReader reader = new SparrowReader(folder, found.get());
    Optional<SparrowModel> read = reader.read(model);
    List<Problem> problems = new ArrayList<>(reader.problems());
    if (read.isEmpty() || !problems.isEmpty()) {
      return new SparrowImport(Optional.empty(), problems);
    }
    return checked(found.get(), read.get(), tolerate);
  }

  private static SparrowImport checked(
      SparrowMapping mapping, SparrowModel model, Set<String> tolerate) {
    SparrowChecks checks = new SparrowChecks(model, mapping.file("network"));
    List<SparrowMapping.Tolerated> tolerated = new ArrayList<>(mapping.tolerated());
    for (String code : new java.util.TreeSet<>(tolerate)) {
      tolerated.add(
          new SparrowMapping.Tolerated(code, "taken knowingly when the tables were imported"));
    }
    List<Problem> problems = new ArrayList<>();
    List<String> met = new ArrayList<>();
    for (Problem problem : checks.find()) {
      boolean isTaken = tolerated.stream().anyMatch(t -> t.code().equals(problem.code()));
      problems.add(isTaken ? problem.milder() : problem);
      met.add(problem.code());
    }
    boolean isWrong = problems.stream().anyMatch(Problem::isError);
    List<SparrowMapping.Tolerated> needed =
        tolerated.stream().filter(t -> met.contains(t.code())).toList();
    return new SparrowImport(
        isWrong ? Optional.empty() : Optional.of(new SparrowStudy(model, needed, checks.closing())),
        problems);
  }

  public boolean isSound() {
    return study.isPresent();
  }

  public List<Problem> problems() {
    return problems;
  }

  /// Writes the study into an empty folder.
  public void write(Path folder) throws IOException {
    study.orElseThrow().write(folder);
  }
}
