package org.tonle.cli.option;

import picocli.CommandLine.Option;

/// Law option: the law to judge by first, without a change of study.toml.
public final class LawOption {
  @Option(
      names = "--law",
      paramLabel = "LAW",
      defaultValue = "",
      description =
          "law of the study that page one, the loads to cut and a plan go by, its id or name (default:"
              + " the main_standard of study.toml)")
  private String law = "";

  public String law() {
    return law;
  }
}
