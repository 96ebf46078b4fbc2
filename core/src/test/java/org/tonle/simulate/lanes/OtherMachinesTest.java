package org.tonle.simulate.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// LAW: linked groups with their lowest oxygen, and passages, have the same bits without the
/// compiler and on vectors of any width.
class OtherMachinesTest {
  /// Prints the sum of bits in the best form at hand; child processes run it.
  public static void main(String[] arguments) {
    LoadLanes loads = Lanes.isVectorAtHand() ? new VectorLoadLanes() : new PlainLoadLanes();
    System.out.println(bits(Lanes.best(), loads));
  }

  private static String bits(Lanes lanes, LoadLanes loads) {
    return LinkedLanesTest.bits(lanes) + " " + PassageTest.bits(loads);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xint", "-XX:UseAVX=0", "-XX:UseAVX=1", "-XX:UseAVX=2", "-XX:MaxVectorSize=16"})
  void haveTheSameBits(String flag) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                flag,
                "--add-modules",
                Lanes.MODULE,
                "-cp",
                System.getProperty("java.class.path"),
                OtherMachinesTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String found =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, child.waitFor());
    assertEquals(bits(new PlainLanes(), new PlainLoadLanes()), found);
  }
}
