package org.tonle.cli.plan;

import java.util.Locale;
import org.tonle.i18n.Words;
import org.tonle.model.Catalogue;
import org.tonle.model.CostItem;
import org.tonle.model.Technology;
import org.tonle.plan.cost.CostBand;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.cost.ProjectComparison;
import org.tonle.plan.cost.TechnologyPrice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Catalogue as JSON.
final class CatalogueJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Catalogue catalogue;
  private final double capacity_m3_per_d;
  private final PriceBook book;

  CatalogueJson(Catalogue catalogue, double capacity_m3_per_d) {
    this.catalogue = catalogue;
    this.capacity_m3_per_d = capacity_m3_per_d;
    this.book = PriceBook.of(catalogue);
  }

  String text() {
    ObjectNode all = MAPPER.createObjectNode();
    all.putObject("money")
        .put("base_year", catalogue.money().baseYear())
        .put("currency", catalogue.money().currency())
        .put("discount_per_a", catalogue.money().discount_per_a())
        .put("shared_ln_sd", catalogue.money().sharedSpread());
    all.put("capacity_m3_per_d", capacity_m3_per_d);
    var technologies = all.putArray("technologies");
    book.technologies().forEach(t -> technology(technologies.addObject(), t));
    var items = all.putArray("items");
    catalogue.items().forEach(i -> item(items.addObject(), i));
    var projects = all.putArray("projects");
    for (ProjectComparison one : ProjectComparison.of(catalogue)) {
      projects
          .addObject()
          .put("project", one.project().id())
          .put("capacity_m3_per_d", one.project().capacity_m3_per_d())
          .put("stated_usd_per_m3_per_d", one.stated_usd())
          .put("curve_usd_per_m3_per_d", one.curve_usd())
          .put("factor", one.factor())
          .put("scope", one.project().scope())
          .put("why", why(one));
    }
    return all.toString();
  }

  /// Why a project's cost differs; "" if nobody has said.
  private static String why(ProjectComparison one) {
    Words words = Words.in("en");
    String key = "catalogue.why." + one.project().id();
    return words.has(key) ? words.text(key) : "";
  }

  private static String word(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  private void technology(ObjectNode node, TechnologyPrice price) {
    Technology of = price.technology();
    node.put("technology", of.id())
        .put("name", of.names().en())
        .put("name_zh", of.names().zh())
        .put("name_km", of.names().km())
        .put("class", word(of.kind()))
        .put("capacity_from_m3_per_d", of.capacity().least_m3_per_d());
    if (Double.isFinite(of.capacity().most_m3_per_d())) {
      node.put("capacity_to_m3_per_d", of.capacity().most_m3_per_d());
    }
    var removals = node.putObject("removal");
    for (Technology.Removal removal : of.removals()) {
      removals
          .putObject(removal.constituent())
          .put("low", removal.lowShare())
          .put("typical", removal.typicalShare())
          .put("high", removal.highShare())
          .put("reference", removal.provenance().reference())
          .put("quality", word(removal.provenance().quality()));
    }
    CostBand band =
        CostBand.of(
            price.capital_usd(capacity_m3_per_d),
            catalogue.money().sharedSpread(),
            price.stated().ownSpread());
    node.put("capital_usd", band.median_usd())
        .put("capital_p5_usd", band.low_usd())
        .put("capital_p95_usd", band.high_usd())
        .put("running_usd_per_a", price.running_usd_per_a(capacity_m3_per_d, capacity_m3_per_d))
        .put("cost_is_default", price.isDefault())
        .put("extent", word(price.extent(capacity_m3_per_d)))
        .put("is_built", of.capacity().holds(capacity_m3_per_d))
        .put("scope", price.stated().scope());
    amount(node, "land_m2_per_m3_per_d", of.needs().land_m2_per_m3_per_d());
    amount(node, "energy_kwh_per_m3", of.needs().energy_kwh_per_m3());
    amount(node, "sludge_g_per_person_per_d", of.needs().sludge_g_per_person_per_d());
    amount(node, "methane_kg_per_kg", of.needs().methane_kg_per_kg());
    amount(node, "nitrous_oxide_kg_per_kg", of.needs().nitrousOxide_kg_per_kg());
    node.put("civil_life_a", of.life().civil_a())
        .put("machines_life_a", of.life().machines_a())
        .put("skill", word(of.skill()))
        .put("quality", word(of.provenance().quality()));
  }

  private static void amount(ObjectNode node, String name, Technology.Amount amount) {
    node.putObject(name)
        .put("low", amount.low())
        .put("typical", amount.value())
        .put("high", amount.high())
        .put("of_class", amount.isAssumed())
        .put("reference", amount.provenance().reference())
        .put("quality", word(amount.provenance().quality()));
  }

  private void item(ObjectNode node, CostItem item) {
    book.item(item.kind(), item.unit())
        .ifPresent(
            price -> {
              node.put("item", word(item.kind()))
                  .put("unit", item.unit())
                  .put("per", item.kind().measure())
                  .put("capital_usd", item.capital() * price.dollar_usd())
                  .put("running_usd_per_a", item.running_per_a() * price.dollar_usd())
                  .put("exponent", item.exponent())
                  .put("reference", item.price().provenance().reference())
                  .put("quality", word(item.price().provenance().quality()));
              if (Double.isFinite(item.life_a())) {
                node.put("life_a", item.life_a());
              }
            });
  }
}
