package vn.tonghop.console.access;

/**
 * What the template of the form to sign in by is given.
 *
 * @param csrf what it must bring back
 * @param to where to go on from there
 * @param name as it was typed
 * @param wrong whether it was wrong, or its password
 */
public record SignInForm(String csrf, String to, String name, boolean wrong) {}
