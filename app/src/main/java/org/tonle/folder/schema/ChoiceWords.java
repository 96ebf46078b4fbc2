package org.tonle.folder.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Choice words: ordinary words, in three languages, for the fixed words of a study; the words that
/// reports print are among them.
public final class ChoiceWords {
  private static final String TABLE =
      """
      sewer_plant | sewer to a plant | sewer to plant | sewered and treated | connected to plant | 接入污水厂 | 管网至污水处理厂 | 污水管网接污水厂 | លូទៅរោងចក្រ | 管网进厂
      sewer | sewer, untreated | untreated sewer | drain | sewer without treatment | 管网，未处理 | 污水管网（未处理） | លូ គ្មានប្រព្រឹត្តកម្ម | 管网未处理
      septic_emptied | septic tank, emptied to a plant | septic tank emptied | emptied septic tank | 化粪池，清运至污水厂 | 化粪池（清掏） | 化粪池（清掏进厂） | អាងស្អុយ បូមទៅរោងចក្រ
      septic | septic tank | septic tanks | 化粪池 | អាងស្តុកលាមក | អាងស្អុយ
      pit | pit latrine | pit latrines | latrine | pit toilet | 坑厕 | 旱厕 | បង្គន់រណ្តៅ | បង្គន់រណ្ដៅ
      none | open defecation | no toilet | no facility | 无厕所 | 露天排便 | គ្មានបង្គន់ | 无设施 | គ្មាន
      operating | in operation | operational | running | active | 运行 | 运行中 | 已运行 | កំពុងដំណើរការ | ដំណើរការ
      under_construction | being built | in construction | 在建 | 建设中 | កំពុងសាងសង់
      planned | proposed | 规划 | 拟建 | គ្រោង
      closed | shut | decommissioned | 关闭 | 停运 | បិទ
      river | 河流 | ទន្លេ
      lake | 湖泊 | 湖 | បឹង
      intake | drinking water intake | 取水口 | ច្រកបូមទឹក
      bathing | bathing place | 浴场 | កន្លែងងូតទឹក
      measured | 实测 | បានវាស់
      published | 已发表 | បានបោះពុម្ព
      derived | 推算 | គណនា
      estimate | estimated | 估计 | 估算 | ប៉ាន់ស្មាន
      unverified | 未核实 | មិនទាន់ផ្ទៀងផ្ទាត់
      sample | single sample | grab | grab sample | 单次样 | 样品 | សំណាក
      mean | average | arithmetic mean | 平均 | 平均值 | 均值 | មធ្យម
      median | 中位数 | មេដ្យាន
      max | maximum | 最大值 | 最高值 | អតិបរមា
      min | minimum | 最小值 | 最低值 | អប្បបរមា
      all | every water | 全部 | ទាំងអស់
      year | annual | yearly | the year | per year | 年 | 全年 | 年度 | ឆ្នាំ | ប្រចាំឆ្នាំ
      season | seasonal | each season | per season | 季 | 季节 | 各季 | រដូវ | តាមរដូវ
      """;

  private static final Map<String, String> WORD_OF = new HashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.strip().split(" \\| ", -1));
      words.subList(1, words.size()).forEach(w -> WORD_OF.putIfAbsent(w, words.getFirst()));
    }
  }

  private ChoiceWords() {}

  /// The fixed word of a column that an ordinary word means.
  ///
  /// @param cell in small letters
  public static Optional<String> find(Column column, String cell) {
    return Optional.ofNullable(WORD_OF.get(cell)).filter(column.choices()::contains);
  }
}
