package org.tonle.serve.held;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.tonle.i18n.Words;
import org.tonle.model.Study;
import org.tonle.report.page.Page;
import org.tonle.run.Baseline;
import org.tonle.run.Result;
import org.tonle.run.Session;
import org.tonle.scenario.ScenarioCheck;
import org.tonle.service.StudySource;

/// Prepared study: a study as it was read, with its full run, which answers questions and never
/// changes.
public final class PreparedStudy {
  private final StudySource source;
  private final Baseline baseline;
  private final Result result;
  private final Session session;
  private final ScenarioCheck check;
  private final JudgingStandards standards;
  private final PlaceList places;
  private final BaselineWater water;
  private final LoadToCut toCut;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  PreparedStudy(StudySource source, Baseline baseline, ForkJoinPool pool) {
    this.source = source;
    this.baseline = baseline;
    result = baseline.result().orElseThrow();
    session = Session.on(baseline, pool);
    check = ScenarioCheck.of(baseline.instance().applied().index());
    standards = new JudgingStandards(result.study());
    places = new PlaceList(result);
    water = new BaselineWater(result, places);
    toCut = new LoadToCut(this, pool);
  }

  public StudySource source() {
    return source;
  }

  public Study study() {
    return result.study();
  }

  public Baseline baseline() {
    return baseline;
  }

  public Result result() {
    return result;
  }

  public Session session() {
    return session;
  }

  /// Check of levers against the study.
  public ScenarioCheck check() {
    return check;
  }

  public JudgingStandards standards() {
    return standards;
  }

  public PlaceList places() {
    return places;
  }

  public BaselineWater water() {
    return water;
  }

  public LoadToCut toCut() {
    return toCut;
  }

  /// Hash of the study's inputs.
  public String version() {
    return source.inputs().hash();
  }

  /// The page of the baseline's result in a language, which charts and sentences are made with.
  public Page page(Words words) {
    return pages.computeIfAbsent(words.language(), l -> new Page(result, words));
  }

  /// Bytes of an answer that does not change while the study does not.
  public byte[] kept(String key, java.util.function.Supplier<byte[]> make) {
    return kept.computeIfAbsent(key, k -> make.get());
  }
}
