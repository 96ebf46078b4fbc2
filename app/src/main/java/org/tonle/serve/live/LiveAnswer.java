package org.tonle.serve.live;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterClass;
import org.tonle.i18n.ProblemJson;
import org.tonle.run.Pull;
import org.tonle.serve.held.BaselineWater;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.held.ViewedWater;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Live answer: a pull as a frame with the places whose figures differ from the baseline's.
final class LiveAnswer {
  private final LiveQuestion question;
  private final PreparedStudy study;
  private final Pull pull;

  LiveAnswer(LiveQuestion question, PreparedStudy study, Pull pull) {
    this.question = question;
    this.study = study;
    this.pull = pull;
  }

  /// @param start_ns when the question began to be answered
  ByteBuffer frame(long start_ns) {
    int[] touched = pull.touched();
    Concentrations names = study.result().concentrations();
    Concentrations now = pull.concentrations();
    ViewedWater view =
        new ViewedWater(question.view(), names, study.water().judgement(), touched.length);
    int[] slot = new int[names.places().size()];
    Arrays.fill(slot, -1);
    for (int i = 0; i < touched.length; i++) {
      slot[touched[i]] = i;
      view.values(i, touched[i], now);
    }
    new BaselineWater.ByPlace<>(pull.classes(), WaterClass::place)
        .forEach((place, rows) -> view.classes(slot[index(place)], rows));
    new BaselineWater.ByPlace<>(pull.verdicts(), Verdict::place)
        .forEach((place, rows) -> view.verdicts(slot[index(place)], index(place), rows));
    ViewedWater before = study.water().in(question.view());
    List<Integer> kept = new ArrayList<>();
    int classes = 0;
    for (int i = 0; i < touched.length; i++) {
      if (!view.isSame(i, before, touched[i])) {
        kept.add(i);
        classes += view.hasOtherClass(i, before, touched[i]) ? 1 : 0;
      }
    }
    int seasons = names.seasons().size();
    int[] slots = kept.stream().mapToInt(Integer::intValue).toArray();
    int[] places = Arrays.stream(slots).map(i -> touched[i]).toArray();
    ObjectNode head = head(places.length, classes);
    head.put("ms", StrictMath.rint((System.nanoTime() - start_ns) * 1e-4) / 100);
    return LiveFrame.of(
        head,
        places,
        only(view.value, slots, seasons),
        only(view.classRank, slots, seasons),
        only(view.classSure, slots, seasons),
        only(view.chanceOver, slots, seasons),
        only(view.outcome, slots, seasons));
  }

  private int index(Place place) {
    return study.water().index(place);
  }

  private static float[] only(float[] all, int[] slots, int seasons) {
    float[] some = new float[slots.length * seasons];
    for (int i = 0; i < slots.length; i++) {
      System.arraycopy(all, slots[i] * seasons, some, i * seasons, seasons);
    }
    return some;
  }

  private ObjectNode head(int count, int classes) {
    LiveOutcome before = LiveOutcome.before(study);
    LiveOutcome after = before.after(study, pull);
    ObjectNode head = new JsonMapper().createObjectNode();
    head.put("n", question.number());
    head.put("version", study.version());
    head.put("how", pull.how().name().toLowerCase(java.util.Locale.ROOT));
    head.put("draws", study.result().options().draws());
    head.put("isSettled", question.isSettled());
    head.put("sentence", sentence(count, classes, before, after));
    head.set("outcomes", before.json(after));
    head.set("problems", ProblemJson.of(pull.problems(), question.words()).get("problems"));
    head.put("count", count);
    head.put("seasons", study.result().concentrations().seasons().size());
    head.put("classesChanged", classes);
    head.putArray("arrays")
        .add("place")
        .add("value")
        .add("classRank")
        .add("classSure")
        .add("chanceOver")
        .add("outcome");
    return head;
  }

  /// The effect in a sentence; a lever without any says so.
  private String sentence(int count, int classes, LiveOutcome before, LiveOutcome after) {
    if (pull.applied().scenario().changes().equals(study.result().scenario().changes())
        && pull.touched().length == 0) {
      return question.words().text("serve.effect.base");
    }
    if (count == 0) {
      return question.words().text("serve.effect.none");
    }
    return question
        .words()
        .text(
            "serve.effect",
            count,
            classes,
            Integer.toString(before.breaches()),
            Integer.toString(after.breaches()));
  }
}
