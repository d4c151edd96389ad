/** The schema registry as a child process. */
@NullMarked
package vn.tonghop.standalone.registry;

import org.jspecify.annotations.NullMarked;
