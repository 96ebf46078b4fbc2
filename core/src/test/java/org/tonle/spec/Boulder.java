package org.tonle.spec;

import java.util.List;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.model.Constituent;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.network.rates.OxygenSaturation;

/// Boulder Creek in QUAL2Kw 5.1 with first-order kinetics at 20 °C: the case and its results.
///
/// Source: cases/qual2k/boulder-simple; Washington State Department of Ecology and Tufts
/// University, sources and example as carried in rmolina/qual2kw-ver5 (MIT licence), run with
/// constant temperature, no algae, no sediment exchange, oxygen attenuation switched off.
final class Boulder {
  private Boulder() {}

  static final int ELEMENTS = 17;

  /// The altitude at which water of 20 °C holds as much oxygen as QUAL2Kw says, which makes of
  /// thinner air a straight line, 1 - 0.0001148 per metre.
  static double thinAs(double altitude_m) {
    double wanted = OxygenSaturation.mg_per_l(20, 0, 0) * (1 - 0.0001148 * altitude_m);
    double low = 0;
    double high = 6000;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      boolean isThin = OxygenSaturation.mg_per_l(20, middle, 0) < wanted;
      low = isThin ? low : middle;
      high = isThin ? middle : high;
    }
    return low;
  }

  /// Altitude of the 18 ends of elements [m].
  static final double[] ALTITUDE_M = {
    1676, 1674.3, 1672.6, 1669.2, 1665.8, 1662.4, 1659.425, 1656.45, 1653.475, 1650.5, 1647.525,
    1644.975, 1642.425, 1639.875, 1637.325, 1634.775, 1632.225, 1629.675
  };

  static final double WIDTH_M = 12.5;

  static double length_km(int element) {
    return element < 2 ? 0.425 : 0.85;
  }

  static double slope(int element) {
    return element < 5 ? 0.004 : element < 10 ? 0.0035 : 0.003;
  }

  static double manning(int element) {
    return element < 10 ? 0.08 : 0.07;
  }

  /// Water that joins: headwater, plant at 13.6 km (element 1), inflow at 10.2 km (element 6),
  /// groundwater of 0.5 m³/s over 13.6 km; 1.9 m³/s are taken at 6.6 km (element 10).
  static final double HEAD_M3_PER_S = 0.71348;

  static final double WORKS_M3_PER_S = 0.75;
  static final double SIDE_M3_PER_S = 0.59;
  static final double TAKEN_M3_PER_S = 1.9;

  static double groundwater_m3_per_s(int element) {
    return 0.5 / 13.6 * length_km(element);
  }

  static double discharge_m3_per_s(int element) {
    double q = HEAD_M3_PER_S + WORKS_M3_PER_S;
    for (int i = 0; i <= element; i++) {
      q += groundwater_m3_per_s(i);
    }
    return q + (element >= 5 ? SIDE_M3_PER_S : 0) - (element >= 9 ? TAKEN_M3_PER_S : 0);
  }

  static final List<String> CONSTITUENTS =
      List.of(
          "cond", "ISS", "DO", "CBODs", "CBODf", "orgN", "NH4-N", "NO3-N", "orgP", "PO4-P", "FC",
          "tracer");

  /// Per constituent: headwater, plant, side inflow, groundwater. N and P in µg/L.
  static final double[][] WATERS = {
    {294.610962, 638.444380549066, 500, 600},
    {8.609359, 10, 3, 0},
    {8.279625, 3.57036891125677, 4, 4},
    {1.34, 13.35, 1.335, 1},
    {1.34, 13.35, 1.335, 1},
    {1651.066439, 5000, 2500, 500},
    {87.592909, 11221.1100094504, 5000, 500},
    {165.555544, 2390, 100, 2000},
    {39.428574, 550, 5, 100},
    {50.370354, 3931, 1000, 100},
    {100, 0, 0, 0},
    {100, 0, 0, 0}
  };

  static Object[] water(int of) {
    Object[] pairs = new Object[2 * WATERS.length];
    for (int c = 0; c < WATERS.length; c++) {
      pairs[2 * c] = CONSTITUENTS.get(c);
      pairs[2 * c + 1] = WATERS[c][of];
    }
    return pairs;
  }

  /// Slow CBOD hydrolyses to fast CBOD, organic N to ammonia, organic P to phosphate [1/d].
  static River chemistry(River river) {
    river
        .carries(carried("cond", Constituent.Kinetics.CONSERVATIVE, ""))
        .carries(carried("ISS", Constituent.Kinetics.CONSERVATIVE, ""));
    for (String id : List.of("DO", "CBODs", "CBODf", "orgN", "NH4-N", "NO3-N")) {
      river.carries(carried(id, Constituent.Kinetics.LINKED, "oxygen"));
    }
    return river
        .carries(carried("orgP", Constituent.Kinetics.LINKED, "phosphorus"))
        .carries(carried("PO4-P", Constituent.Kinetics.LINKED, "phosphorus"))
        .carries(carried("FC", Constituent.Kinetics.COLIFORM, ""))
        .carries(carried("tracer", Constituent.Kinetics.FIRST_ORDER, ""))
        .decay("hydrolysis", "CBODs", 0.3, "CBODf", 1)
        .decay("oxidation", "CBODf", 0.8, "DO", -1)
        .decay("ammonification", "orgN", 0.2, "NH4-N", 1)
        .decay("nitrification", "NH4-N", 1, "NO3-N", 1)
        .decay("nitrification", "NH4-N", 1, "DO", -4.57)
        .decay("mineralisation", "orgP", 0.15, "PO4-P", 1)
        .decay("death", "FC", 1.2, "", 0)
        .decay("loss", "tracer", 0.5, "", 0)
        .reaction("reaeration", "DO", org.tonle.model.Reaction.Kind.REAERATION, 0);
  }

  private static Constituent carried(String id, Constituent.Kinetics kinetics, String group) {
    boolean isNutrient = id.endsWith("N") || id.endsWith("P");
    ConcentrationUnit unit =
        id.equals("FC")
            ? ConcentrationUnit.CFU_PER_100ML
            : isNutrient ? ConcentrationUnit.UG_PER_L : ConcentrationUnit.MG_PER_L;
    return new Constituent(
        id, Names.of(id), unit, kinetics, group, 0, 0, id.equals("DO"), Provenance.NONE);
  }

  /// One row for each element: depth [m], velocity [m/s], reaeration [1/d], saturation, then the
  /// constituents in the order of [#CONSTITUENTS].
  static double[] expected(int element) {
    String[] cells = EXPECTED.split("\n")[element].split(",");
    double[] row = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = Double.parseDouble(cells[i]);
    }
    return row;
  }

  private static final String EXPECTED =
      """
      0.32654,0.36237,11.83131,7.343887,472.182377,9.223553,5.68181,7.39612,7.376255,3327.993183,5669.451554,1389.793425,298.353016,2019.227281,47.464119,47.912083
      0.32865,0.36385,11.76145,7.345661,473.518505,9.127133,5.53149,7.299653,7.260679,3289.536576,5549.312664,1471.155766,295.679942,1999.764368,46.218156,47.092904
      0.33284,0.36678,11.62504,7.348323,476.108674,8.940218,5.327468,7.113405,7.038671,3215.162797,5320.503195,1624.600447,290.503866,1962.028418,43.859952,45.518043
      0.337,0.36967,11.49285,7.351872,478.594886,8.760805,5.194879,6.935353,6.8275,3143.941962,5104.706334,1767.870334,285.541036,1925.801515,41.649697,44.018865
      0.34112,0.37253,11.36465,7.355421,480.983276,8.588452,5.113385,6.764991,6.626455,3075.682999,4900.991261,1901.731763,280.778653,1890.99481,39.57615,42.590502
      0.4353,0.40611,8.5025,7.358748,487.743894,6.97487,4.718856,5.195889,5.073498,2871.636641,4763.760511,1537.359445,203.848182,1628.510748,27.645928,30.250075
      0.43908,0.4083,8.43433,7.361853,489.309282,6.877605,4.656311,5.10051,4.957993,2824.951295,4606.977147,1654.70333,201.671153,1607.924777,26.494362,29.473166
      0.44284,0.41048,8.36759,7.364959,490.831612,6.783015,4.617694,5.008106,4.846639,2779.652147,4457.062962,1766.151445,199.555451,1587.9036,25.399485,28.723607
      0.44659,0.41264,8.30225,7.368064,492.312638,6.690992,4.597869,4.918551,4.73924,2735.680643,4313.650396,1872.033646,197.498527,1568.424284,24.358019,28.000141
      0.16138,0.21551,21.09132,7.371169,493.754016,6.601433,4.846591,4.853724,4.669812,2701.164273,4231.212295,1909.659971,195.943686,1549.019403,23.789335,27.508446
      0.16265,0.22919,22.11443,7.374053,500.879187,6.158713,5.586541,4.536859,4.333319,2531.811859,3837.806562,2080.110838,188.297003,1453.055873,21.106749,25.124403
      0.16918,0.23512,21.34063,7.376715,507.108749,5.771642,5.954094,4.261087,4.042013,2384.164428,3501.279562,2221.187353,181.60786,1369.158252,18.834547,23.062871
      0.17555,0.24083,20.63792,7.379376,512.601581,5.430348,6.151967,4.019,3.787606,2254.332131,3210.86217,2338.868816,175.705579,1295.186912,16.892742,21.264775
      0.18178,0.24633,19.99612,7.382038,517.481077,5.127163,6.268845,3.80486,3.563698,2139.299033,2958.274959,2437.696313,170.457733,1229.479919,15.220185,19.684468
      0.18787,0.25165,19.40696,7.3847,521.844535,4.856043,6.345111,3.614157,3.365272,2036.691141,2737.054612,2521.168247,165.760005,1170.726759,13.769411,18.286141
      0.19384,0.2568,18.86367,7.387362,525.769705,4.612155,6.399864,3.443293,3.188338,1944.614533,2542.088605,2592.015904,161.529114,1117.880109,12.503077,17.041325
      0.1997,0.26178,18.36064,7.390023,529.319464,4.391593,6.442488,3.289368,3.029688,1861.540075,2369.285306,2652.397754,157.697767,1070.092921,11.391453,15.927111
      """;
}
