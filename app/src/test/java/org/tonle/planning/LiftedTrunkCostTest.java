package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tonle.folder.StudyReader;
import org.tonle.model.Catalogue;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.cost.PresentCost;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.Works;

/// FEATURE UNDER TEST: trunk sewers with pumps last as long as their parts; the electricity of the
/// pumps has no life that could wear out.
final class LiftedTrunkCostTest {
  private static final Path HOME = Path.of(System.getProperty("tonle.home", ".."));

  private final Catalogue catalogue =
      StudyReader.read(HOME.resolve("studies/two-towns")).study().orElseThrow().catalogue();

  /// 5 km for 3,000 m³/d: 5 · 20,000 · 3,000^0.35 = 1.648 million, 50 years. 10 m of lift: 9.81 /
  /// 86,400 · 3,000 · 10 / efficiency kilowatts of pumps for 3,000 USD each, 15 years. Together they
  /// last over 30 years, so that nothing is renewed within 30.
  @Test
  void pumpsDoNotWearOutTheSewers() {
    Works works = new Works("", 0, 0, 0, 0, 0, 0, 5, 3000, 10, Works.Existing.NONE);
    OptionCost cost =
        OptionCost.of(works, PriceBook.of(catalogue), catalogue.sizes(), "");
    double trunk = 5 * 20_000 * StrictMath.pow(3000, 0.35);
    double pumps_kw = 9.81 / 86_400 * 3000 * 10 / catalogue.sizes().pumpEfficiency();
    double capital = trunk + 3000 * pumps_kw;
    assertEquals(capital, cost.capital_usd(), 1);
    double life = (trunk * 50 + 3000 * pumps_kw * 15) / capital;
    assertEquals(life, cost.collection().life().civil_a(), 1e-9);
    PresentCost present = cost.present(0, new Horizon(30, 0.06));
    assertEquals(0, present.renewal_usd(), 1e-9);
    assertEquals(
        capital * (1 - 30 / (double) StrictMath.round(life)) * StrictMath.pow(1.06, -30),
        present.residual_usd(),
        1);
  }
}
