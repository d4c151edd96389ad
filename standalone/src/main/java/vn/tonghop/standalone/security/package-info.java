/** Who may connect: certificates of a local authority, passwords, and rights. */
@NullMarked
package vn.tonghop.standalone.security;

import org.jspecify.annotations.NullMarked;
