package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Entry;
import org.tonle.model.Reaction;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: branches share a node's load in proportion to their discharge.
class C01_Bifurcation {
  // A split into 7 : 3, a discharge into the lesser branch, a confluence, an in-line lake and decay
  // of 0.25 /d everywhere (cases/network/split-join-lake; closed form, composed there).
  private static River splitJoinLake() {
    double lake_km3 = 102 * 3.0 * 86_400 / 1e9;
    return River.of(
            """
            up:      A -> B  10 km  0.5 d  100 m3/s
            branch1: B -> D  10 km  0.8 d   70 m3/s
            branch2: B -> C  10 km  1.6 d   30 m3/s
            join:    C -> D   0 km  0 d     32 m3/s
            inlet:   D -> L   0 km  0 d    102 m3/s
            down:    L -> E  10 km  0.4 d  102 m3/s
            """)
        .firstOrder("X")
        .reaction("decay", "X", Reaction.Kind.DECAY, 0.25)
        .boundary("A", 100, "X", 10)
        .inflow("C", 2)
        .load(Entry.atNode("C"), "X", 900)
        .lake("L", 1, lake_km3);
  }

  @Test
  void splitJoinAndLakeComeOutInClosedForm() {
    Answer answer = splitJoinLake().run();
    near(8.824969025845954, answer.end("up", "X"));
    near(8.824969025845954, answer.head("branch1", "X"));
    near(8.824969025845954, answer.head("branch2", "X"));
    near(7.225273536420722, answer.end("branch1", "X"));
    near(5.915553643668151, answer.end("branch2", "X"));
    near(33.67083154093889, answer.head("join", "X"));
    near(15.52191918489701, answer.head("inlet", "X"));
    near(8.869668105655434, answer.lake("L", 0, "X"));
    near(8.869668105655434, answer.head("down", "X"));
    near(8.025607587557163, answer.end("down", "X"));
  }

  // The discharge alone makes 0.568456 of the outlet's concentration; 0.517050 of it arrives.
  @Test
  void theDischargesShareArrives() {
    double all = splitJoinLake().run().end("down", "X");
    double twice = splitJoinLake().load(Entry.atNode("C"), "X", 900).run().end("down", "X");
    near(0.5684560850149313, (twice - all) / all);
    near(0.5170499531634055, (twice - all) * 102 / 900);
  }

  // 10 mg/L in 8 m³/s: 5 m³/s and 3 m³/s both carry 10 mg/L, 50 and 30 g/s.
  @Test
  void branchesCarryTheNodesConcentration() {
    Answer answer =
        River.of(
                """
                A -> B  1 km  1 d  8 m3/s
                B -> C  1 km  1 d  5 m3/s
                B -> D  1 km  1 d  3 m3/s
                """)
            .conservative("Cl")
            .boundary("A", 8, "Cl", 10)
            .run();
    assertEquals(10, answer.head("B-C", "Cl"), 1e-12);
    assertEquals(10, answer.head("B-D", "Cl"), 1e-12);
    assertEquals(80 * 365.25 * 0.0864, answer.balance("Cl", MassLine.OUT), 1e-9);
    assertEquals(0, answer.balance("Cl", MassLine.CREATED), 1e-12);
  }

  private static void near(double expected, double found) {
    assertEquals(expected, found, 1e-9 * expected);
  }
}
