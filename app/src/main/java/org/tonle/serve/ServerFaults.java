package org.tonle.serve;

import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicLong;
import org.tonle.convert.Oversize;
import org.tonle.serve.guard.ProblemReply;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.service.MemoryFault;

/// Server faults: mistakes of the program while it answers: the asker gets a sentence and a number
/// to quote, and the console the fault itself under that number.
final class ServerFaults {
  private static final AtomicLong NUMBER = new AtomicLong();

  private ServerFaults() {}

  static void write(Context asked, Exception fault) {
    if (fault instanceof MemoryFault || fault instanceof Oversize) {
      ProblemReply.write(asked, RequestProblem.busy("no_memory"));
      return;
    }
    long number = NUMBER.incrementAndGet();
    ServerLog.fault(number, asked.method().name() + " " + asked.path(), fault);
    ProblemReply.write(asked, RequestProblem.fault(number));
  }
}
