/** Who may use the page: accounts, sessions, the rule of each route, and what every answer says. */
@NullMarked
package vn.tonghop.console.access;

import org.jspecify.annotations.NullMarked;
