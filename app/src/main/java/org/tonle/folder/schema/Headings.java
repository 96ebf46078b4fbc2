package org.tonle.folder.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Headings that people write for the columns of a study, in three languages, beside the columns'
/// own names. Only such as can mean nothing else in the table are read.
public final class Headings {
  /// Column and headings; a unit in a heading is that of the column.
  private static final String TABLE =
      """
      lon longitude long lng lon_deg longitude_deg longitude_wgs84 x_lon 经度 រយៈបណ្តោយ បណ្តោយ
      lat latitude lat_deg latitude_deg latitude_wgs84 纬度 រយៈទទឹង
      name english_name name_en name_english 名称 英文名 ឈ្មោះ ឈ្មោះអង់គ្លេស
      name_zh chinese_name name_chinese name_cn 中文名 中文名称 ឈ្មោះចិន
      name_km khmer_name name_khmer name_kh 高棉文名 柬文名 ឈ្មោះខ្មែរ
      altitude_m altitude elevation elevation_m height_m 海拔 海拔_m 高程 高程_m រយៈកម្ពស់ រយៈកម្ពស់_m
      from_node from upstream_node start_node node_from from_node_id 上游节点 起点 ពីថ្នាំង
      to_node to downstream_node end_node node_to to_node_id 下游节点 终点 ទៅថ្នាំង
      length_km 长度_km 河长_km ប្រវែង_km
      discharge_m3_per_s q_m3_per_s q_cms q_cumecs flow_m3_per_s flow_cms discharge_cms discharge_cumecs streamflow_m3_per_s discharge_m3_s flow_m3_s q_m3_s 流量_m3_per_s ធារទឹក_m3_per_s លំហូរ_m3_per_s
      velocity_m_per_s v_m_per_s 流速_m_per_s ល្បឿន_m_per_s
      temperature_c water_temperature_c temp_c t_c 水温_c 温度_c សីតុណ្ហភាព_c
      width_m 宽度_m 河宽_m ទទឹង_m
      depth_m 深度_m 水深_m ជម្រៅ_m
      population people inhabitants pop residents 人口 人口数 ប្រជាជន ចំនួនប្រជាជន
      base_year population_year_of_count census_year 基准年 统计年份 ឆ្នាំមូលដ្ឋាន ឆ្នាំជំរឿន
      growth_percent_per_a growth_percent_per_year growth_percent_per_yr growth_rate_percent_per_year annual_growth_percent growth_rate_percent 年增长率_percent 增长率_percent_per_a 增长率_percent កំណើន_percent
      wastewater_l_per_d wastewater_l_per_person_per_d wastewater_l_per_cap_per_d wastewater_l_per_p_per_d 人均污水_l_per_d
      capacity_m3_per_d capacity_m3_per_day design_capacity_m3_per_d 处理能力_m3_per_d 设计规模_m3_per_d សមត្ថភាព_m3_per_d
      wastewater_m3_per_d wastewater_m3_per_day 废水量_m3_per_d 污水量_m3_per_d ទឹកសំណល់_m3_per_d
      heads head head_count animals number_of_animals 头数 存栏数 ចំនួនក្បាល
      area_km2 area_sq_km area_sqkm 面积_km2 ផ្ទៃ_km2
      share 比例 占比 ចំណែក
      unit 单位 单元 行政区 ឯកតា
      node 节点 ថ្នាំង
      reach 河段 កំណាត់ កំណាត់ទន្លេ
      town 城镇 ទីក្រុង ទីប្រជុំជន
      sewershed 排水分区 តំបន់លូ
      plant wwtp treatment_plant 污水厂 污水处理厂 រោងចក្រប្រព្រឹត្តកម្ម
      season 季节 រដូវ
      months 月份 ខែ
      date sampling_date sample_date date_of_sampling sampled 日期 采样日期 采样时间 កាលបរិច្ឆេទ ថ្ងៃ
      station station_name site site_name 站点 站名 测站 断面 ស្ថានីយ
      constituent parameter analyte determinand pollutant 指标 污染物 参数 项目 ប៉ារ៉ាម៉ែត្រ សារធាតុ
      value result concentration measured_value 数值 浓度 检测值 监测值 តម្លៃ លទ្ធផល
      statistic 统计量 统计 ស្ថិតិ
      note notes remarks_text comment comments 备注 说明 កំណត់ចំណាំ
      reference source_of_data 来源 资料来源 ឯកសារយោង
      quality data_quality 质量 数据质量 គុណភាព
      class 类别 水质类别 ថ្នាក់
      kind type 类型 种类 ប្រភេទ
      technology process treatment_process 工艺 处理工艺 បច្ចេកវិទ្យា
      """;

  private static final Map<String, String> COLUMN_OF = new HashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.strip().split(" ", -1));
      words.subList(1, words.size()).forEach(w -> COLUMN_OF.putIfAbsent(w, words.getFirst()));
    }
  }

  private Headings() {}

  /// The column of a table that a heading means; empty if it is unknown or none of this table.
  ///
  /// @param heading in small letters, its words parted by _
  public static Optional<Column> find(Table table, String heading) {
    String name = COLUMN_OF.get(heading);
    return name == null ? Optional.empty() : table.find(name);
  }
}
