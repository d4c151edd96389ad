package vn.tonghop.standalone.broker;

import vn.tonghop.standalone.process.LocalPort;

/**
 * The ports of one start.
 *
 * @param broker where clients come
 * @param mutual where clients come by certificate
 * @param internal where the broker comes to itself; without security that is {@code broker}
 * @param controller where the broker comes to the controller in its JVM
 */
record NodePorts(int broker, int mutual, int internal, int controller) {

  private static final String MUTUAL = "mutual-port";
  private static final String INTERNAL = "internal-port";
  private static final String CONTROLLER = "controller-port";

  /** With the folder's last ones where they are free and nobody asks for others. */
  static NodePorts on(BrokerSettings settings, int broker) {
    int mutual = 0;
    int internal = broker;
    BrokerSecurity security = settings.security();
    if (security != null) {
      mutual =
          security.mutualPort() == 0
              ? LastPort.orFree(settings.folder(), settings.host(), MUTUAL)
              : security.mutualPort();
      internal = LastPort.orFree(settings.folder(), NodeConfig.CONTROLLER_HOST, INTERNAL);
      LastPort.remember(settings.folder(), mutual, MUTUAL);
      LastPort.remember(settings.folder(), internal, INTERNAL);
      LocalPort.requireFree(settings.host(), mutual, "--mtls-port");
    }
    int controller = LastPort.orFree(settings.folder(), NodeConfig.CONTROLLER_HOST, CONTROLLER);
    LastPort.remember(settings.folder(), controller, CONTROLLER);
    return new NodePorts(broker, mutual, internal, controller);
  }
}
