package org.tonle.serve.live;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.run.Answer;
import org.tonle.run.Cancel;
import org.tonle.run.Pull;
import org.tonle.serve.guard.AskedLanguage;
import org.tonle.serve.guard.ProblemReply;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.route.Served;
import tools.jackson.databind.node.ObjectNode;

/// Live channel: the WebSocket of levers. Of each asker one question is answered at a time, and the
/// newest waits; one that waits while a newer comes is dropped, and told so.
public final class LiveChannel {
  private static final int MOST_CONNECTIONS = 200;
  private static final int LONGEST = 64 * 1024;
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Served served;
  private final Map<String, Asker> askers = new ConcurrentHashMap<>();

  public LiveChannel(Served served) {
    this.served = served;
  }

  public void configure(WsConfig socket) {
    socket.onConnect(this::connect);
    socket.onMessage(
        message -> {
          Asker asker = askers.get(message.sessionId());
          if (asker != null) {
            asker.ask(message.message());
          }
        });
    socket.onBinaryMessage(message -> message.closeSession(1003, "text"));
    socket.onClose(closed -> gone(closed.sessionId()));
    socket.onError(failed -> gone(failed.sessionId()));
  }

  private void connect(WsContext socket) {
    if (askers.size() >= MOST_CONNECTIONS) {
      socket.closeSession(1013, "full");
      return;
    }
    socket.session.setIdleTimeout(IDLE);
    socket.session.setMaxTextMessageSize(LONGEST);
    askers.put(socket.sessionId(), new Asker(socket));
  }

  private void gone(String id) {
    Asker asker = askers.remove(id);
    if (asker != null) {
      asker.isGone = true;
    }
  }

  /// One browser that asks.
  private final class Asker {
    private final WsContext socket;
    private final AtomicReference<@Nullable String> newest = new AtomicReference<>();
    private boolean isWorking;
    private volatile boolean isGone;

    Asker(WsContext socket) {
      this.socket = socket;
    }

    void ask(String text) {
      String dropped = newest.getAndSet(text);
      if (dropped != null) {
        ObjectNode says = new tools.jackson.databind.json.JsonMapper().createObjectNode();
        send(says.put("n", LiveQuestion.numberOf(dropped)).put("dropped", true).toString());
      }
      synchronized (this) {
        if (isWorking) {
          return;
        }
        isWorking = true;
      }
      Thread.ofVirtual().name("lever").start(this::work);
    }

    private void work() {
      while (true) {
        synchronized (this) {
          if (newest.get() == null || isGone) {
            isWorking = false;
            return;
          }
        }
        served
            .turnstile()
            .await(
                () -> {
                  String text = newest.getAndSet(null);
                  if (text != null && !isGone) {
                    answer(text);
                  }
                });
      }
    }

    private void answer(String text) {
      long start_ns = System.nanoTime();
      try {
        PreparedStudy study = served.study();
        LiveQuestion question = LiveQuestion.read(text, study);
        Scenario base = served.scenarios().scenario(study, question.base()).orElse(null);
        Scenario scenario = question.scenario(study, base);
        switch (study.session().pull(scenario, Cancel.NEVER)) {
          case Answer.Refused refusal -> throw RequestProblem.of(refusal.problems());
          case Pull pull -> {
            if (!isGone) {
              socket.send(new LiveAnswer(question, study, pull).frame(start_ns));
            }
            if (question.isSettled() && !isGone && newest.get() == null) {
              send(LiveSettled.json(question, study, pull).toString());
            }
          }
        }
      } catch (RequestProblem problem) {
        refuse(text, problem);
      } catch (RuntimeException fault) {
        refuse(text, RequestProblem.conflict("failed"));
      }
    }

    private void refuse(String text, RequestProblem problem) {
      Words words = AskedLanguage.ofText(text);
      send(ProblemReply.json(problem, words).put("n", LiveQuestion.numberOf(text)).toString());
    }

    private void send(String text) {
      if (!isGone && socket.session.isOpen()) {
        socket.send(text);
      }
    }
  }
}
