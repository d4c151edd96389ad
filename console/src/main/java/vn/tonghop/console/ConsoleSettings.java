package vn.tonghop.console;

import vn.tonghop.producer.settings.Settings;

/**
 * What the page is started with.
 *
 * @param common broker, registry, regime and whatever else the properties file says
 * @param host address to listen on
 * @param port 0 for a free one
 * @param samples whether the figures are samples, which every page must say
 */
public record ConsoleSettings(Settings common, String host, int port, boolean samples) {}
