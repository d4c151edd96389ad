package vn.tonghop.streams.processor;

/**
 * What acceptance and the building of tables share.
 *
 * @param reports accepted reports by programme, period and body
 * @param years programmes' years at work
 */
public record StoreNames(String reports, String years) {}
