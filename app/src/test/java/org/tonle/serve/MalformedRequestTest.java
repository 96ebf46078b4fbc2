package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.tonle.serve.torture.RequestTorture;

/// A thousand malformed requests: each is refused with its reason, or ignored as harmless; none is
/// a fault of the server, and it answers as before.
class MalformedRequestTest {
  @Test
  void noRequestIsAFaultOfTheServer() throws Exception {
    try (TestServer of = TestServer.twoTowns(10)) {
      RequestTorture.Finding found =
          RequestTorture.run(of.server.guard().address().port(), of.cookie(), 1000, 7);
      assertEquals(0, found.faults().size(), () -> String.join("\n", found.faults()));
      assertFalse(found.refused() < 600, found.toString());
      assertEquals(200, of.get("/api/v1/map").statusCode());
    }
  }
}
