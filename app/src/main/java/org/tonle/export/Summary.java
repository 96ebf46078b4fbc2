package org.tonle.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.tonle.assess.Comparison;
import org.tonle.assess.Confidence;
import org.tonle.assess.MassBalance;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionments;
import org.tonle.load.ServiceShares;
import org.tonle.load.service.SafelyManaged;
import org.tonle.model.Published;
import org.tonle.run.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Summary of a run in a few numbers.
public final class Summary {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Summary() {}

  /// Outcomes: required limits by outcome, and places that break at least one in any season: so
  /// that the listed sources can mend it, and beyond them.
  private record Outcomes(
      Map<Verdict.Outcome, Long> limits, Set<String> breachedPlaces, Set<String> beyondPlaces) {
    static Outcomes of(List<Verdict> verdicts) {
      Outcomes found =
          new Outcomes(new EnumMap<>(Verdict.Outcome.class), new HashSet<>(), new HashSet<>());
      for (Verdict verdict : verdicts) {
        if (verdict.required()) {
          found.limits.merge(verdict.outcome(), 1L, Long::sum);
          String place = verdict.place().kind() + " " + verdict.place().id();
          if (verdict.outcome() == Verdict.Outcome.BREACHED) {
            found.breachedPlaces.add(place);
          } else if (verdict.outcome() == Verdict.Outcome.BEYOND_SOURCES) {
            found.beyondPlaces.add(place);
          }
        }
      }
      return found;
    }

    long count(Verdict.Outcome outcome) {
      return limits.getOrDefault(outcome, 0L);
    }
  }

  /// Version of Tonle, from the jar's manifest.
  public static String version() {
    String version = Summary.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /// The summary as JSON, without anything that depends on the clock or machine.
  public static ObjectNode of(Result result) {
    Outcomes outcomes = Outcomes.of(result.judged().verdicts());
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", result.study().id());
    root.put("scenario", result.scenario().id());
    root.put("seed", result.options().seed());
    root.put("draws", result.options().draws());
    root.put("version", version());
    root.put("kernel", result.kernel());
    root.put("reaches", result.study().waterways().reaches().size());
    root.put("lakes", result.study().waterways().lakes().size());
    root.put("constituents", result.study().chemistry().constituents().size());
    root.put("seasons", result.study().waterways().seasons().size());
    root.put("people", StrictMath.rint(result.loads().people()));
    root.put("safelyManagedShare", result.loads().safelyManagedShare());
    services(root, result);
    root.put("wastewaterSafelyTreatedShare", result.loads().wastewaterSafelyTreatedShare());
    root.put("breaches", outcomes.count(Verdict.Outcome.BREACHED));
    root.put("breachesStandardError", standardError(result));
    root.put("breachedPlaces", outcomes.breachedPlaces.size());
    root.put("beyondSourcesPlaces", outcomes.beyondPlaces.size());
    root.put("met", outcomes.count(Verdict.Outcome.MET));
    root.put("notKnown", outcomes.count(Verdict.Outcome.NOT_KNOWN));
    root.put("limits", outcomes.limits.values().stream().mapToLong(n -> n).sum());
    root.put("centralOnly", result.options().draws() == 0);
    root.put("modelErrorAssumed", onAssumedError(result));
    ObjectNode verdicts = root.putObject("verdicts");
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      verdicts.put(outcome.id(), outcomes.count(outcome));
    }
    root.put("massBalanceError", result.massBalanceError());
    root.put(
        "massBalanceErrorOfDraws",
        result.balances().mass().stream().mapToDouble(MassBalance::drawError).max().orElse(0));
    List<Comparison> pairs = result.comparisons();
    root.put("observations", pairs.size());
    root.put("observationsCircular", pairs.stream().filter(Comparison::circular).count());
    root.put(
        "observationsCovered", pairs.stream().filter(c -> c.covered() && !c.circular()).count());
    root.put("beyondSources", outcomes.count(Verdict.Outcome.BEYOND_SOURCES));
    root.put("needsMoreDraws", outcomes.count(Verdict.Outcome.NEEDS_MORE_DRAWS));
    root.put("modelNotValid", outcomes.count(Verdict.Outcome.MODEL_NOT_VALID));
    root.put("notJudged", outcomes.count(Verdict.Outcome.NOT_JUDGED));
    root.put("metStandardError", standardError(result, Confidence::errorOfMet));
    root.put("notKnownStandardError", standardError(result, Confidence::errorOfNeither));
    Headlines.put(root, result);
    return root;
  }

  /// Number of required limits whose verdict rests on an assumed model error.
  public static long onAssumedError(Result result) {
    return result.judged().verdicts().stream()
        .filter(v -> v.required() && v.isJudged() && result.isModelErrorAssumed(v))
        .count();
  }

  /// Safely managed people by JMP's rules, and the newest published figure if the study has one.
  private static void services(ObjectNode root, Result result) {
    SafelyManaged safe = ServiceShares.of(result.loads()).safe();
    root.put("safelyManagedJmpShare", safe.total());
    root.put("safelyManagedInPlaceShare", safe.inPlace());
    root.put("safelyManagedEmptiedShare", safe.emptied());
    root.put("safelyManagedSeweredShare", safe.sewered());
    newest(result, Published.Figure.SAFELY_MANAGED)
        .ifPresent(
            p -> {
              root.put("safelyManagedPublishedShare", p.share());
              root.put("safelyManagedPublishedYear", p.year());
            });
  }

  /// The newest published value of a figure.
  private static Optional<Published> newest(Result result, Published.Figure figure) {
    return result.study().evidence().published().stream()
        .filter(p -> p.figure() == figure)
        .max(Comparator.comparingInt(Published::year));
  }

  /// Standard error of the number of mendable breaches by the chance of the draws: fully dependent
  /// within a constituent, whose places share their draws, and independent between constituents.
  public static double standardError(Result result) {
    return standardError(result, Confidence::errorOfBreach);
  }

  /// @param errorOf standard error of counting one share
  private static double standardError(
      Result result, ToDoubleBiFunction<Confidence, Double> errorOf) {
    double confidence = result.study().settings().judging().confidence();
    Confidence draws = new Confidence(confidence, result.options().draws());
    Map<Double, Double> known = new HashMap<>();
    Map<String, Double> errors = new HashMap<>();
    for (Verdict v : result.judged().verdicts()) {
      boolean isMendable = v.isJudged() && !draws.isBreached(v.probabilityWithout());
      if (v.required() && isMendable && v.outcome() != Verdict.Outcome.MODEL_NOT_VALID) {
        double error =
            known.computeIfAbsent(
                v.probabilityOfMeeting(), share -> errorOf.applyAsDouble(draws, share));
        errors.merge(v.constituent(), error, Double::sum);
      }
    }
    return StrictMath.sqrt(errors.values().stream().mapToDouble(e -> e * e).sum());
  }

  /// Number of places in the table of contributions, and number of possible places: those that
  /// break a required limit and those that were asked about.
  static void contributions(ObjectNode summary, Answers answers) {
    Set<Place> tabled = Answers.places(answers.tabled());
    Set<Place> all = new HashSet<>(tabled);
    Apportionments.breached(answers.result()).forEach(q -> all.add(q.place()));
    ObjectNode node = summary.putObject("contributions");
    node.put("places", tabled.size());
    node.put("of", all.size());
    summary.put("contributionsPlaces", tabled.size());
    summary.put("contributionsOfPlaces", all.size());
  }

  static String hash(Iterable<ResultSheet> sheets) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ResultSheet sheet : sheets) {
        for (Object[] row : sheet.each()) {
          for (Object cell : row) {
            String text =
                cell instanceof Double d
                    ? Long.toHexString(Double.doubleToLongBits(d))
                    : cell.toString();
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
