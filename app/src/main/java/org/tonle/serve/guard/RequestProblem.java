package org.tonle.serve.guard;

import java.io.IOException;
import java.util.List;
import org.tonle.i18n.Words;
import org.tonle.problem.Problem;
import org.tonle.service.DiskFault;

/// Request problem: a request that the server does not answer, with its status and a sentence that
/// says why.
public final class RequestProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Object[] arguments;
  private final transient List<Problem> problems;

  private RequestProblem(int status, String code, List<Problem> problems, Object... arguments) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.problems = List.copyOf(problems);
    this.arguments = arguments.clone();
  }

  /// A request that cannot be understood.
  ///
  /// @param code key of its sentence, without `serve.`
  public static RequestProblem bad(String code, Object... arguments) {
    return new RequestProblem(400, code, List.of(), arguments);
  }

  /// A request for something that does not exist.
  public static RequestProblem missing(String code, Object... arguments) {
    return new RequestProblem(404, code, List.of(), arguments);
  }

  /// A request from somebody who may not make it.
  public static RequestProblem forbidden(String code, Object... arguments) {
    return new RequestProblem(403, code, List.of(), arguments);
  }

  /// A request that the present state does not allow.
  public static RequestProblem conflict(String code, Object... arguments) {
    return new RequestProblem(409, code, List.of(), arguments);
  }

  /// A request too many for now.
  public static RequestProblem busy(String code, Object... arguments) {
    return new RequestProblem(429, code, List.of(), arguments);
  }

  /// A request in a way in which the path does not answer.
  public static RequestProblem method(String method, String path) {
    return new RequestProblem(405, "method", List.of(), method, path);
  }

  /// A fault of the program.
  ///
  /// @param number under which the console shows it
  public static RequestProblem fault(long number) {
    return new RequestProblem(500, "fault", List.of(), number);
  }

  /// A change that the disk refused; everything is as it was before.
  ///
  /// @param code key of a sentence that takes the reason
  public static RequestProblem disk(String code, IOException fault) {
    return new RequestProblem(409, code, List.of(), fault);
  }

  /// A request larger than the server reads.
  public static RequestProblem large(Object... arguments) {
    return new RequestProblem(413, "too_large", List.of(), arguments);
  }

  /// Changes or tables with problems.
  public static RequestProblem of(List<Problem> problems) {
    return new RequestProblem(422, "problems", problems);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Problem> problems() {
    return problems;
  }

  public String text(Words words) {
    boolean isDisk = arguments.length == 1 && arguments[0] instanceof IOException;
    return isDisk
        ? words.text("serve." + code, DiskFault.says((IOException) arguments[0], words))
        : words.text("serve." + code, arguments);
  }

  /// What to do next; "" if the sentence says it.
  public String hint(Words words) {
    String key = "serve." + code + ".do";
    return words.has(key) ? words.text(key, arguments) : "";
  }
}
