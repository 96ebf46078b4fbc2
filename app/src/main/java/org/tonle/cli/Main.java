package org.tonle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tonle.cli.console.Console;
import org.tonle.cli.console.Exit;
import org.tonle.cli.console.HelpWords;
import org.tonle.convert.Oversize;
import org.tonle.disk.SqliteLibrary;
import org.tonle.i18n.Words;
import org.tonle.service.DiskFault;
import org.tonle.service.MemoryFault;
import org.tonle.service.UsageProblem;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Main class, with the only main().
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Messages use the product's own digits and letters, whatever the machine's locale.
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(arguments));
  }

  /// Runs a command line; returns its exit code.
  static int execute(String... arguments) {
    try {
      SqliteLibrary.find();
      CommandLine all =
          new CommandLine(new Tonle())
              .setParameterExceptionHandler((e, line) -> misused(e))
              .setExecutionExceptionHandler((e, line, parsed) -> failed(e, words(parsed)));
      HelpWords.speak(all, words(arguments));
      int code = all.execute(arguments);
      if (Console.isComplete()) {
        return code;
      }
      Console.error(words(arguments).text("disk.output"));
      return Exit.FAULT;
    } catch (IOException e) {
      return failed(e, words(arguments));
    } catch (OutOfMemoryError e) {
      return failed(MemoryFault.beyond(0), words(arguments));
    } catch (StackOverflowError | LinkageError e) {
      return failed(e, Words.in("en"));
    }
  }

  /// Prints one line about the mistake and one about where to read on.
  private static int misused(ParameterException e) {
    Console.error(String.valueOf(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, Console.err());
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (spec.parent() == null && !(e instanceof UnmatchedArgumentException)) {
      e.getCommandLine().usage(Console.err());
      return Exit.USAGE;
    }
    String command = spec.qualifiedName();
    Console.error("Try \"" + command + " --help\".");
    return Exit.USAGE;
  }

  private static Words words(ParseResult parsed) {
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    Object language =
        command.hasMatchedOption("--lang") ? command.matchedOptionValue("--lang", "en") : "en";
    Object first = language instanceof List<?> list ? list.getFirst() : language;
    return Words.in(Words.LANGUAGES.contains(first) ? first.toString() : "en");
  }

  /// Words in the language of a command line that could not be parsed.
  private static Words words(String[] arguments) {
    List<String> all = List.of(arguments);
    int at = all.indexOf("--lang") + 1;
    String language = at > 0 && at < all.size() ? all.get(at) : "en";
    return Words.in(Words.LANGUAGES.contains(language) ? language : "en");
  }

  private static int failed(Throwable e, Words words) {
    Console.progressDone();
    Throwable cause = e;
    while (cause instanceof UncheckedIOException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof MemoryFault memory) {
      Console.error(memory.in(words));
      return Exit.FAULT;
    }
    if (cause instanceof Oversize large) {
      Console.error(MemoryFault.beyond(large.size_byte()).in(words));
      return Exit.FAULT;
    }
    if (cause instanceof UsageProblem usage) {
      Console.error(usage.in(words));
      return Exit.USAGE;
    }
    if (cause instanceof IOException disk) {
      Console.error(DiskFault.says(disk, words));
      return Exit.FAULT;
    }
    @Nullable String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    Console.error(words.text("fault.ours", message == null ? name : name + ": " + message));
    if (Boolean.getBoolean("tonle.trace")) {
      cause.printStackTrace(Console.err());
    } else {
      Console.error(words.text("fault.trace"));
    }
    return Exit.FAULT;
  }
}
