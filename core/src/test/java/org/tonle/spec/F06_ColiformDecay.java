package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Constituent;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Reaction;

/// FEATURE UNDER TEST: faecal coliforms die in the dark, by light and by settling (Reder et al.
/// 2015, DynQual): 0.82 * 1.07^(T-20); 0.0068 I0 (1 - e^{-k_e H}) / (k_e H) with k_e = 0.0931 TSS +
/// 0.881 /m; 1.656 m/d / H * min(1, H / 0.5 m). No solids simulated: 50 mg/L.
class F06_ColiformDecay {
  private static Answer with(String reach) {
    return River.of("A -> B  10 km  0.5 d  4 m3/s  " + reach)
        .carries(
            new Constituent(
                "FC",
                Names.of("Faecal coliforms"),
                ConcentrationUnit.MPN_PER_100ML,
                Constituent.Kinetics.COLIFORM,
                "",
                0,
                0,
                false,
                Provenance.NONE))
        .reaction("dark", "FC", Reaction.Kind.DECAY, 0.82, 1.07, "", 0)
        .reaction("light", "FC", Reaction.Kind.LIGHT, 0.0068)
        .reaction("settling", "FC", Reaction.Kind.SETTLING, 1.656)
        .boundary("A", 4, "FC", 20_000)
        .run();
  }

  // 2 m deep, 200 W/m², 30 °C: dark 0.82 * 1.07^10 = 1.613064; k_e = 4.655 + 0.881 = 5.536 /m,
  // k_e H = 11.072, light 1.36 * (1 - 1.55e-5) / 11.072 = 0.122830; settling 0.828; in all
  // 2.563895.
  // 20 000 exp(-2.563895 / 2) = 20 000 * 0.277496 = 5549.9
  @Test
  void darkLightAndSettlingAddUp() {
    assertEquals(5549.9, with("2 m deep  30 C  200 W/m2").end("A-B", "FC"), 0.5);
  }

  // 0.25 m deep, no light, 20 °C: settling 1.656 / 0.25 * 0.25 / 0.5 = 3.312, + 0.82 = 4.132 /d:
  // 20 000 exp(-2.066) = 20 000 * 0.126692 = 2533.8
  @Test
  void inShallowWaterSettlingIsHeldBack() {
    assertEquals(2533.8, with("0.25 m deep  20 C  0 W/m2").end("A-B", "FC"), 0.5);
  }

  // The study's own light (200 W/m²) and temperature (20 °C) hold where a reach has none.
  // 0.82 + 0.122830 + 0.828 = 1.770830; 20 000 exp(-0.885415) = 20 000 * 0.412543 = 8250.9
  @Test
  void theStudysLightAndTemperatureFillIn() {
    assertEquals(8250.9, with("2 m deep").end("A-B", "FC"), 0.5);
  }

  // 1e6 counts/s in 4 m³/s = 250 000 counts/m³ = 25 MPN/100 mL
  @Test
  void countsBecomeMpnPer100Millilitres() {
    Answer answer =
        River.of("A -> B  10 km  0 d  4 m3/s")
            .carries(
                new Constituent(
                    "FC",
                    Names.of("Faecal coliforms"),
                    ConcentrationUnit.MPN_PER_100ML,
                    Constituent.Kinetics.COLIFORM,
                    "",
                    0,
                    0,
                    false,
                    Provenance.NONE))
            .boundary("A", 4)
            .load("A", "FC", 1e6)
            .run();
    assertEquals(25, answer.end("A-B", "FC"), 1e-9);
  }
}
