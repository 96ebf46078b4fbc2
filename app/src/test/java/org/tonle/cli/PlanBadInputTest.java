package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;

/// FEATURE UNDER TEST: bad input to a plan gets a clear answer or a problem, and never a stack
/// trace. Prices and technologies have theirs in FaultyCatalogueTest.
class PlanBadInputTest {
  @TempDir Path folder;

  private CommandsTest.Ran plan(String arguments) throws IOException {
    Path study = folder.resolve("study");
    if (!Files.exists(study)) {
      Folders.twoTowns(study);
    }
    List<Object> all = new ArrayList<>(List.of("plan", study, "--limit", "20"));
    if (!arguments.contains("--draws")) {
      all.addAll(List.of("--draws", "20"));
    }
    all.addAll(List.of(arguments.split(" ")));
    return CommandsTest.run(all.toArray());
  }

  private static void assertPlain(CommandsTest.Ran ran) {
    String all = ran.out() + ran.err();
    assertTrue(!all.contains("Exception") && !all.contains("\tat "), all);
    assertTrue(!all.contains("{0}") && !all.contains("NaN"), all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // budgets
        "--budget -5; is no budget",
        "--budget many; is no budget",
        "--budget 1e12; is no budget",
        "--budget nan; is no budget",
        "--budget 2030:; is no budget",
        "--budget 2030:5,2030:6; is no budget",
        "--budget 2030:5:6; is no budget",
        "--budget 2030.5:6; is no budget",
        "--budget 2030:-1; is no budget",
        "--budget 5,6; is no budget",
        "--periods 2030,2035 --budget 2030:5; The period 2035 has no budget",
        "--periods 2030 --budget 2030:5,2040:5; The budget names 2040",
        // periods
        "--periods 2010; The period 2010 must begin from 2024 on",
        "--periods 2023,2030; The period 2023 must begin from 2024 on",
        "--periods 2030,2090; The period 2090 must begin",
        "--periods 2054; The period 2054 must begin",
        "--periods 2035,2030; are no periods",
        "--periods 2030,2030; are no periods",
        "--periods soon; are no periods",
        "--periods 0x5; are no periods",
        "--periods 3x0; are no periods",
        "--periods 3x-5; are no periods",
        "--periods 1000x1; are no periods",
        "--periods 2030,; are no periods",
        "--periods 3x5x2; are no periods",
        "--periods 2030 --due 2031; No period begins in 2031",
        "--due 2030; No period begins in 2030",
        // law
        "--law KH27; Did you mean KH-27?",
        // confidence
        "--confidence 1; --confidence",
        "--confidence 0; --confidence",
        "--confidence 1.5; --confidence",
        // means
        "--land T-UP; is no land",
        "--land T-UP:much; is no land",
        "--land T-UP:-3; is no land",
        "--land :3; is no land",
        "--land T-UPP:3; T-UPP",
        "--skill expert; low, middle, high",
        "--works-at-a-time 0; --works-at-a-time",
        "--equity 1.5; --equity",
        "--equity -0.1; --equity",
        // options
        "--with T-UP:gold; T-UP:gold",
        "--with T-UP:abr@95; would be larger than this technology is built",
        "--with T-UP:mbr@95 --skill low; asks for more skill",
        "--with T-UP:waste_stabilisation_ponds@95 --land T-UP:1; more land than --land",
        "--with T-UP:waste_stabilisation_ponds@95 --land UPPER:1; more land than --land",
        "--with T-LOW:tanks --with T-LOW:sludge; Two forced options",
        "--with T-LOW:tanks --without T-LOW:tanks; Two forced options",
        "--with BREW:mbr; BREW:mbr",
        "--budget 1 --with T-UP:a2o+chlorination@95; more than the budget",
        "--budget 2030:1,2035:2 --with T-UP:a2o+chlorination@95; more than the budget",
        "--with T-UP:a2o@95 --with T-LOW:tanks --land LAND:0.01; more land than --land",
        "--with T-UP:a2o@95 --with T-LOW:aerated_lagoon@95 --land LAND:3; does not suffice for the forced",
        "--with T-UP:mbr@95:2030; T-UP:mbr@95:2030",
        "--periods 2030 --with T-UP:mbr@95:2035; T-UP:mbr@95:2035",
      })
  void isRefusedWithAReason(String arguments, String expected) throws IOException {
    CommandsTest.Ran ran = plan(arguments);
    assertEquals(Exit.USAGE, ran.code(), ran.out() + ran.err());
    assertTrue((ran.out() + ran.err()).contains(expected), ran.out() + ran.err());
    assertPlain(ran);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a budget under the cheapest work, of nothing, and of nothing in a period
        "--budget 0.001; no plan was found that keeps all",
        "--budget 0; no plan was found that keeps all",
        "--budget 2030:0,2035:0; no plan was found that keeps all",
        "--budget 2030:0,2035:90; not kept in 2030",
        "--budget 0.001 --equity 1; Equity: no plan within the budget was found",
        "--equity 1; no limit is given up for money",
        // means that do not suffice
        "--works-at-a-time 1; no plan was found that keeps all",
        "--land T-UP:0 --land T-LOW:0 --land WP:0; proven beyond the works considered",
        "--land LAND:0.5; million US dollars",
        // one draw, and none
        "--draws 1; a sample of 1 draws",
        "--draws 0; The plan costs",
        "--confidence 0.999999; plan",
      })
  void isAnswered(String arguments, String expected) throws IOException {
    CommandsTest.Ran ran = plan(arguments);
    assertEquals(Exit.DONE, ran.code(), ran.out() + ran.err());
    assertTrue(ran.out().contains(expected), ran.out() + ran.err());
    assertPlain(ran);
  }
}
