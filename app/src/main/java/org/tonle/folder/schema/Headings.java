package org.tonle.folder.schema;

import java.util.ArrayList;
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
      contained 就地留存 នៅនឹងកន្លែង
      emptied 清掏 បានបូម
      drains 外排 ហូរចេញ
      shared 合用 ប្រើរួម
      figure 指标 តួលេខ
      unit 单位 单元 行政区 ឯកតា
      node 节点 ថ្នាំង
      reach 河段 កំណាត់ កំណាត់ទន្លេ
      town 城镇 ទីក្រុង ទីប្រជុំជន
      sewershed 排水分区 តំបន់លូ
      plant wwtp treatment_plant 污水厂 污水处理厂 រោងចក្រប្រព្រឹត្តកម្ម
      season 季节 រដូវ
      months 月份 ខែ
      date sampling_date sample_date date_of_sampling sampled 日期 采样日期 采样时间 កាលបរិច្ឆេទ ថ្ងៃ
      duration_d days 天数 天数_d 历时_d 时长_d ចំនួនថ្ងៃ រយៈពេល_d
      reverses 倒灌 逆流 是否倒流 ហូរបញ្ច្រាស
      runoff_mm_per_a runoff_depth_mm_per_a 径流深_mm_per_a 年径流深_mm_per_a ជម្រៅលំហូរលើដី_mm_per_a
      sludge_capacity_people sludge_people 污泥处理人数 粪污处理人数 មនុស្សដែលកាកសំណល់អាចប្រព្រឹត្តកម្ម
      undisturbed 未受扰动 天然来水 មិនរងការរំខាន
      section_discharge_m3_per_s 断面流量_m3_per_s ធារទឹកមុខកាត់_m3_per_s
      slope bed_slope 坡降 比降 ជម្រាល
      manning_n manning manning_roughness 糙率 曼宁糙率 មេគុណម៉ានីង
      travel_time_d 传播时间_d 流行时间_d រយៈពេលធ្វើដំណើរ_d
      light_w_per_m2 solar_radiation_w_per_m2 太阳辐射_w_per_m2 辐射_w_per_m2 ពន្លឺ_w_per_m2
      wind_m_per_s wind_speed_m_per_s 风速_m_per_s ល្បឿនខ្យល់_m_per_s
      position_km chainage_km distance_km 位置_km 距离_km 里程_km ទីតាំង_km ចម្ងាយ_km
      lake 湖泊 湖 បឹង
      volume_start_km3 期初蓄水量_km3 期初库容_km3 មាឌដើមរដូវ_km3
      volume_end_km3 期末蓄水量_km3 期末库容_km3 មាឌចុងរដូវ_km3
      line wkt geometry geom 几何 线 ខ្សែ
      area wkt geometry geom outline 几何 边界 轮廓 ព្រំដែន
      place 地点 ទីកន្លែង
      inflow 入流 支流 ទឹកហូរចូល
      boundary 边界 入境河流 ព្រំដែន ទន្លេចូល
      loss 损失 ការបាត់បង់
      abstraction 取水 取水口 ការបូមទឹក
      water 水 水体 水源 ទឹក
      group 组 分组 水文分组 ក្រុម
      parent 上级 上级单元 上级行政区 ឯកតាមេ
      population_year 普查年 普查年份 人口年份 ឆ្នាំជំរឿន
      path 去向 排水方式 卫生设施 ផ្លូវ ប្រភេទបង្គន់
      retention 截留 土壤截留 ការរក្សាទុក
      status 状态 运行状态 ស្ថានភាព
      effluent_class 排放标准 出水标准 排放等级 ថ្នាក់ទឹកចេញ
      industry factory enterprise 企业 工业企业 工厂 រោងចក្រ
      sector 行业 វិស័យ
      employees jobs workers number_of_employees 职工人数 员工数 从业人数 ចំនួនបុគ្គលិក បុគ្គលិក
      production_t_per_d output_t_per_d 产量_t_per_d ផលិតកម្ម_t_per_d
      livestock 畜禽 养殖场 បសុសត្វ
      animal 畜种 畜禽种类 动物 សត្វ ប្រភេទសត្វ
      land 地块 ដី
      land_use landuse 土地利用 土地利用类型 ការប្រើប្រាស់ដី
      input_t_per_a 施用量_t_per_a បរិមាណប្រើ_t_per_a
      key 键 关键词 ពាក្យគន្លឹះ
      source 污染源 ប្រភព
      factor 系数 因子 មេគុណ
      coefficient 系数 មេគុណ
      variable 变量 អថេរ
      scope 范围 适用范围 វិសាលភាព
      tier 层级 កម្រិត
      cv coefficient_of_variation 变异系数 មេគុណបម្រែបម្រួល
      low lower 下限 កម្រិតទាប
      high upper 上限 កម្រិតខ្ពស់
      start 初值 តម្លៃដើម
      parameter 参数 ប៉ារ៉ាម៉ែត្រ
      object 对象 វត្ថុ
      draw 抽样 ការចាប់
      standard 标准 ស្តង់ដារ
      jurisdiction country issued_by 国家 颁布机构 ប្រទេស
      rank 级别 等级 លំដាប់
      waterbody 水体类型 水体 ប្រភេទទឹក
      from valid_from in_force_from 生效日期 实施日期 ចូលជាធរមាន
      to valid_to in_force_until 失效日期 废止日期 អស់សុពលភាព
      receptor 敏感点 受体 ទីតាំងវាយតម្លៃ
      people 受益人口 服务人口 ចំនួនអ្នកប្រើ
      n samples number_of_samples sample_count 样品数 样本数 ចំនួនសំណាក
      use 用途 ការប្រើ
      reaction 反应 ប្រតិកម្ម
      kinetics 动力学 ស៊ីនេទិច
      product 产物 ផល
      title 标题 题名 ចំណងជើង
      publisher 出版者 发布机构 អ្នកបោះពុម្ព
      year 年份 年 ឆ្នាំ
      url 网址 链接 អាសយដ្ឋានគេហទំព័រ
      licence license 许可 អាជ្ញាប័ណ្ណ
      station station_name site site_name monitoring_station sampling_point sampling_site 站点 站名 测站 断面 监测站 监测点 监测断面 采样点 ស្ថានីយ ចំណុចយកសំណាក
      constituent parameter analyte determinand pollutant 指标 污染物 参数 项目 监测项目 检测项目 ប៉ារ៉ាម៉ែត្រ សារធាតុ
      value result concentration measured_value 数值 浓度 检测值 监测值 តម្លៃ លទ្ធផល
      statistic 统计量 统计 ស្ថិតិ
      note notes remarks_text comment comments 备注 说明 កំណត់ចំណាំ
      reference source_of_data 来源 资料来源 ឯកសារយោង
      basis 依据 来由 មូលដ្ឋាន
      quality data_quality 质量 数据质量 គុណភាព
      class 类别 水质类别 ថ្នាក់
      kind type 类型 种类 ប្រភេទ
      item cost_item 费用项目 项目 មុខចំណាយ
      currency money_unit 货币 币种 រូបិយប័ណ្ណ
      per_usd per_us_dollar units_per_usd 每美元 兑美元汇率 ក្នុងមួយដុល្លារ
      price_year year_of_price cost_year 价格年份 ឆ្នាំតម្លៃ
      project project_name 工程 项目 គម្រោង
      typical usual central 典型值 តម្លៃធម្មតា
      cost kind_of_cost 费用类别 费用 ប្រភេទចំណាយ
      need requirement 需求 តម្រូវការ
      amount 金额 ចំនួនទឹកប្រាក់
      technology process treatment_process 工艺 处理工艺 បច្ចេកវិទ្យា
      """;

  /// Columns that a heading may mean, each in tables of its own.
  private static final Map<String, List<String>> COLUMNS_OF = new HashMap<>();

  static {
    for (String line : TABLE.lines().toList()) {
      List<String> words = List.of(line.strip().split(" ", -1));
      words
          .subList(1, words.size())
          .forEach(
              w -> COLUMNS_OF.computeIfAbsent(w, k -> new ArrayList<>()).add(words.getFirst()));
    }
  }

  private Headings() {}

  /// The column of a table that a heading means; empty if it is unknown or none of this table.
  ///
  /// @param heading in small letters, its words parted by _
  public static Optional<Column> find(Table table, String heading) {
    return COLUMNS_OF.getOrDefault(heading, List.of()).stream()
        .flatMap(name -> table.find(name).stream())
        .findFirst();
  }

  /// Headings that mean a column.
  static List<String> of(String column) {
    return COLUMNS_OF.entrySet().stream()
        .filter(e -> e.getValue().contains(column))
        .map(Map.Entry::getKey)
        .toList();
  }
}
