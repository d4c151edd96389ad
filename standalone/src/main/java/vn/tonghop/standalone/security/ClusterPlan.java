package vn.tonghop.standalone.security;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the brokers of a deployment are reached: within, by the platform's own parts, and outside,
 * by everybody else.
 *
 * @param brokers all of them
 * @param registry address of the registry, from outside
 */
public record ClusterPlan(List<Broker> brokers, String registry) {

  private static final int COUNT = 3;
  private static final int PARTS_PORT = 19_092;
  private static final int CLIENT_PORT = 9_092;
  private static final int MUTUAL_PORT = 9_192;

  /** Where docker-compose.yml binds the ports. */
  private static final String LOOPBACK = "127.0.0.1";

  public ClusterPlan {
    brokers = List.copyOf(brokers);
  }

  /**
   * One of the brokers; each address is {@code HOST:PORT}.
   *
   * @param name its principal, and its host name within
   * @param hosts every name and address by which it is reached
   * @param parts where the platform's own parts come by password
   * @param clients where everybody else comes by password
   * @param mutual where everybody else comes by certificate
   */
  public record Broker(
      String name, List<String> hosts, String parts, String clients, String mutual) {
    public Broker {
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * As docker-compose.yml has it.
   *
   * @param outside name or address of this machine for clients on others
   */
  public static ClusterPlan composed(String outside) {
    List<Broker> brokers =
        IntStream.rangeClosed(1, COUNT).mapToObj(number -> broker(number, outside)).toList();
    return new ClusterPlan(brokers, "http://" + LOOPBACK + ":8081/apis/ccompat/v7");
  }

  private static Broker broker(int number, String outside) {
    String name = "broker-" + number;
    List<String> hosts = new ArrayList<>(List.of(name, "localhost", LOOPBACK));
    if (!hosts.contains(outside)) {
      hosts.add(outside);
    }
    int step = 2 * (number - 1);
    return new Broker(
        name,
        hosts,
        name + ":" + PARTS_PORT,
        outside + ":" + (CLIENT_PORT + step),
        outside + ":" + (MUTUAL_PORT + step));
  }

  /** All brokers' addresses of one kind, for {@code bootstrap.servers}. */
  public String bootstrap(Function<Broker, String> kind) {
    return brokers.stream().map(kind).collect(Collectors.joining(","));
  }
}
