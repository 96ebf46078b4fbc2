package org.tonle.serve.guard;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Address that a server is bound to, and the names under which browsers may know it.
///
/// @param host as it was asked for: a name or number, or one that stands for all addresses
/// @param isLoopback whether only this computer reaches it
/// @param names names and numbers, without port, in lower case
public record Address(String host, int port, boolean isLoopback, Set<String> names) {
  public Address {
    names = Set.copyOf(names);
  }

  /// @throws UnknownHostException for a name that this computer does not know
  public static Address of(String host, int port) throws UnknownHostException {
    InetAddress bound = InetAddress.getByName(host);
    Set<String> names = new TreeSet<>();
    names.add(host.toLowerCase(Locale.ROOT));
    add(names, bound);
    if (bound.isLoopbackAddress()) {
      names.add("localhost");
      names.add("127.0.0.1");
      names.add("::1");
    }
    if (bound.isAnyLocalAddress()) {
      names.add("localhost");
      try {
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .forEach(a -> add(names, a));
        names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
      } catch (SocketException | UnknownHostException e) {
        // The names found so far suffice; under a name of its own the machine is then refused.
        names.add("127.0.0.1");
      }
    }
    return new Address(host, port, bound.isLoopbackAddress(), names);
  }

  private static void add(Set<String> names, InetAddress address) {
    String number = address.getHostAddress();
    int zone = number.indexOf('%');
    names.add(zone < 0 ? number : number.substring(0, zone));
  }

  /// The same address at another port.
  public Address at(int other) {
    return new Address(host, other, isLoopback, names);
  }

  /// Whether a `Host` header names this server.
  public boolean isMine(String header) {
    String text = header.toLowerCase(Locale.ROOT).strip();
    String suffix = ":" + port;
    String name =
        text.endsWith(suffix)
            ? text.substring(0, text.length() - suffix.length())
            : port == 80 ? text : "";
    boolean isBracketed = name.startsWith("[") && name.endsWith("]");
    return names.contains(isBracketed ? name.substring(1, name.length() - 1) : name);
  }

  /// Whether an `Origin` header names this server.
  public boolean isMineByOrigin(String header) {
    return header.startsWith("http://") && isMine(header.substring("http://".length()));
  }

  /// Address of the page as a browser opens it.
  public String url() {
    String shown = isLoopback ? "127.0.0.1" : names.stream().sorted().findFirst().orElse(host);
    boolean isAny = host.equals("0.0.0.0") || host.equals("::");
    String name =
        isLoopback && names.contains("127.0.0.1") ? "127.0.0.1" : isAny ? reached() : host;
    boolean isNumber6 = name.contains(":");
    return "http://" + (isNumber6 ? "[" + name + "]" : name.isEmpty() ? shown : name) + ":" + port;
  }

  /// The address by which others most likely reach this computer.
  private String reached() {
    return names.stream()
        .filter(n -> n.matches("[0-9.]+") && !n.startsWith("127.") && !n.equals("0.0.0.0"))
        .sorted()
        .findFirst()
        .orElse("127.0.0.1");
  }
}
