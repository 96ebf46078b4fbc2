package org.tonle.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.tonle.folder.build.CatalogueBuilder;
import org.tonle.folder.build.CatalogueRows;
import org.tonle.folder.build.ChemistryBuilder;
import org.tonle.folder.build.Entries;
import org.tonle.folder.build.MoneyReader;
import org.tonle.folder.build.RulesBuilder;
import org.tonle.folder.build.SettingsReader;
import org.tonle.folder.build.SourceBuilder;
import org.tonle.folder.build.Units;
import org.tonle.folder.build.WaterBuilder;
import org.tonle.folder.check.BindingChecks;
import org.tonle.folder.check.BoundChecks;
import org.tonle.folder.check.CatalogueChecks;
import org.tonle.folder.check.ConditionChecks;
import org.tonle.folder.check.FigureChecks;
import org.tonle.folder.check.LimitChecks;
import org.tonle.folder.check.LineEndChecks;
import org.tonle.folder.check.ModelErrorChecks;
import org.tonle.folder.check.PartChecks;
import org.tonle.folder.check.PlaceChecks;
import org.tonle.folder.check.ReferenceChecks;
import org.tonle.folder.check.RiverChecks;
import org.tonle.folder.check.SampleChecks;
import org.tonle.folder.check.ScopeChecks;
import org.tonle.folder.check.SizeChecks;
import org.tonle.folder.check.SourceChecks;
import org.tonle.folder.check.SpanChecks;
import org.tonle.folder.check.UnitChecks;
import org.tonle.folder.check.WaterChecks;
import org.tonle.folder.check.YearChecks;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.InputTable;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Projection;
import org.tonle.folder.sheet.Sheet;
import org.tonle.folder.sheet.SheetReader;
import org.tonle.folder.sheet.Sheets;
import org.tonle.folder.sheet.Toml;
import org.tonle.model.Catalogue;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.model.Settings;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.ScenarioCheck;
import org.tonle.text.Cells;
import org.tonle.text.Decoder;

/// Reader of a study folder: every table, every problem, in one go.
public final class StudyReader {
  /// Settings and changes are written by hand.
  private static final long LARGEST_TOML_BYTES = 1L << 20;

  private final Problems problems = new Problems();
  private final Sheets sheets = new Sheets();
  private final List<Reading.FileRows> rows = new ArrayList<>();
  private final List<Inputs.ScenarioFile> scenarioFiles = new ArrayList<>();
  private final StudyFiles files;
  private String settingsText = "";

  private StudyReader(Path folder) {
    files = new StudyFiles(folder, problems);
  }

  /// The study in `folder`, or the problems that prevent it.
  public static Reading read(Path folder) {
    if (!Files.isDirectory(folder)) {
      Problems none = new Problems();
      none.error("no_such_folder", "", 0, "", "", folder.toString());
      return new Reading(Optional.empty(), none.all(), List.of(), Inputs.NONE);
    }
    return new StudyReader(folder).read();
  }

  /// The study in `folder` with one of its tables read from another file.
  public static Reading readWith(Path folder, String table, Path file) {
    return readWith(folder, Map.of(table, file));
  }

  /// The study in `folder` with some of its tables read from other files.
  public static Reading readWith(Path folder, Map<String, Path> tables) {
    StudyReader reader = new StudyReader(folder);
    tables.forEach(reader.files::replace);
    return reader.read();
  }

  /// The file of a table in `folder`, if the study has it.
  public static Optional<Path> find(Path folder, String table) {
    return new StudyFiles(folder, new Problems()).find(table);
  }

  /// The same in a number of threads.
  public static Reading read(Path folder, int threads) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.invoke(ForkJoinTask.adapt(() -> read(folder)));
    }
  }

  /// Bytes of the tables in a folder; of what cannot be read none.
  public static long size_byte(Path folder) {
    long size = 0;
    for (Table table : Schema.TABLES) {
      size += size_byte(folder, table);
    }
    return size;
  }

  private static long size_byte(Path folder, Table table) {
    try {
      return Files.size(folder.resolve(table.file()));
    } catch (IOException e) {
      return 0;
    }
  }

  private Reading read() {
    Toml toml = settings();
    Optional<Projection> map = Projection.of(toml, problems);
    List<ReadTable> tables = Schema.TABLES.parallelStream().map(t -> table(t, map)).toList();
    for (ReadTable read : tables) {
      problems.addAll(read.problems());
      if (read.sheet().isPresent()) {
        Sheet sheet = read.sheet().get();
        sheets.add(sheet);
        rows.add(new Reading.FileRows(sheet.table().file(), sheet.rows().size()));
      }
    }
    countRows(toml.table("rows"));
    new LineEndChecks(sheets, problems).run();
    new ReferenceChecks(sheets, problems).run();
    new WaterChecks(sheets, problems).run();
    new SourceChecks(sheets, problems).run();
    new FigureChecks(sheets, scenarioText(), problems).run();
    new ScopeChecks(sheets, problems).run();
    new ModelErrorChecks(sheets, problems).run();
    new UnitChecks(sheets, problems).run();
    new PlaceChecks(sheets, problems).run();
    new SizeChecks(sheets, problems).run();
    new PartChecks(sheets, problems).run();
    new BindingChecks(sheets, problems).run();
    new LimitChecks(sheets, problems).run();
    new BoundChecks(sheets, problems).run();
    new ConditionChecks(sheets, problems).run();
    new SampleChecks(sheets, problems).run();
    new SpanChecks(sheets, problems).run();
    new RiverChecks(sheets, problems).run();
    Settings settings = new SettingsReader(toml, problems).read(sheets.ids(Schema.STANDARDS));
    new YearChecks(sheets, settings.year(), problems).run();
    CatalogueRows catalogue = new CatalogueRows(sheets, Defaults.load());
    MoneyReader.Read money = new MoneyReader(toml, problems).read(settings.year(), catalogue);
    new CatalogueChecks(sheets, Defaults.load(), money.money(), problems).run();
    Optional<Study> study = build(toml, settings, new CatalogueBuilder(catalogue, money)::build);
    List<Problem> found = settings.accept(problems.all(), this::idOf);
    boolean isWrong = found.stream().anyMatch(Problem::isError);
    List<InputTable> contents = tables.stream().flatMap(t -> t.content().stream()).toList();
    Inputs inputs =
        isWrong ? Inputs.NONE : new Inputs(contents, settingsText, scenarioFiles).limited();
    return new Reading(isWrong ? Optional.empty() : study, found, rows, inputs);
  }

  /// Rows lost in another program are found if the study states its number of rows.
  private void countRows(Toml stated) {
    for (Table table : Schema.TABLES) {
      String name = table.file().replace(".csv", "");
      int found = sheets.rows(table.file()).size();
      double count = stated.number(name, found, 0, 1e9);
      if (count != found) {
        problems.error(
            "row_count_differs", table.file(), 0, "", Cells.plain(count), Integer.toString(found));
      }
    }
    stated.checkKeys();
  }

  private record ReadTable(
      Optional<Sheet> sheet, Optional<InputTable> content, Problems problems) {}

  /// One table with its own problems, so that tables can be read in parallel.
  private ReadTable table(Table table, Optional<Projection> map) {
    Problems own = new Problems();
    Optional<Path> file = files.find(table.file());
    if (file.isEmpty() && table.isRequired()) {
      own.error("missing_file", table.file(), 0, "", table.file(), "", "");
    }
    Optional<Sheet> sheet = file.map(f -> SheetReader.read(f, table, map, own));
    return new ReadTable(sheet, sheet.map(Sheet::content), own);
  }

  private Toml settings() {
    Optional<Path> file = files.find(StudyFiles.STUDY);
    if (file.isEmpty()) {
      problems.error("missing_file", StudyFiles.STUDY, 0, "", StudyFiles.STUDY, "", "");
    }
    settingsText = file.map(f -> text(f, StudyFiles.STUDY)).orElse("");
    return Toml.parse(StudyFiles.STUDY, settingsText, problems);
  }

  private String text(Path file, String name) {
    try {
      if (Files.size(file) > LARGEST_TOML_BYTES) {
        String size = (Files.size(file) >> 20) + " MB";
        problems.error("too_large", name, 0, "", "≤ " + (LARGEST_TOML_BYTES >> 20) + " MB", size);
        return "";
      }
      Decoder.Text decoded = Decoder.decode(Files.readAllBytes(file));
      if (decoded.text().isEmpty()) {
        problems.error("unknown_encoding", name, decoded.row(), "", "UTF-8", decoded.encoding());
      }
      return decoded.text().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Rows with errors leave gaps that the records cannot hold: then no study is built.
  private Optional<Study> build(Toml toml, Settings settings, Supplier<Catalogue> catalogue) {
    String id = toml.requiredText("id");
    Names title =
        new Names(toml.text("title", id), toml.text("title_zh", ""), toml.text("title_km", ""));
    toml.checkKeys();
    if (hasErrorsBeyond(settings)) {
      return Optional.empty();
    }
    Defaults defaults = Defaults.load();
    WaterBuilder water = new WaterBuilder(sheets, problems);
    ChemistryBuilder chemistry = new ChemistryBuilder(sheets, defaults, problems);
    Units units = new Units(chemistry.constituents(), problems);
    Entries entries = new Entries(sheets, problems);
    RulesBuilder rules = new RulesBuilder(sheets, defaults, units, entries, problems);
    Study.Chemistry reactions = chemistry.build(units);
    Study bare =
        new Study(
            id,
            title,
            settings,
            water.build(units),
            reactions,
            new SourceBuilder(sheets, water.seasons(), units, entries, problems).build(),
            rules.rules(),
            rules.evidence(reactions),
            catalogue.get(),
            List.of());
    Study priced = bare.with(bare.catalogue().with(bare.emissions().technologies()));
    return Optional.of(priced.with(scenarios(priced)));
  }

  /// The id of a problem's row, or "".
  private String idOf(Problem problem) {
    return sheets.rows(problem.file()).stream()
        .filter(r -> r.number() == problem.row())
        .map(r -> r.text(r.firstColumn()))
        .findFirst()
        .orElse("");
  }

  private String scenarioText() {
    StringBuilder all = new StringBuilder();
    for (Path file : files.scenarios()) {
      all.append(text(file, StudyFiles.SCENARIOS + "/" + file.getFileName())).append('\n');
    }
    return all.toString();
  }

  private boolean hasErrorsBeyond(Settings settings) {
    return settings.accept(problems.all(), this::idOf).stream().anyMatch(Problem::isError);
  }

  private List<Scenario> scenarios(Study study) {
    List<Scenario> scenarios = new ArrayList<>();
    Set<String> ids = new HashSet<>(Set.of(Scenario.BASELINE.id()));
    ScenarioCheck check = ScenarioCheck.of(study);
    for (Path file : files.scenarios()) {
      String name = StudyFiles.SCENARIOS + "/" + file.getFileName();
      String written = text(file, name);
      ScenarioText read = ScenarioText.toml(name, written, check);
      problems.addAll(read.problems());
      read.scenario().ifPresent(scenarios::add);
      read.scenario()
          .ifPresent(s -> scenarioFiles.add(new Inputs.ScenarioFile(s.id(), name, written)));
      if (read.scenario().isPresent() && !ids.add(read.scenario().get().id())) {
        problems.error("duplicate_row", name, 0, "id", "", read.scenario().get().id(), "");
      }
    }
    scenarios.sort(java.util.Comparator.comparing(Scenario::id));
    return scenarios;
  }
}
