/** Child processes, ports and folders: what can be in the way when something is started. */
@NullMarked
package vn.tonghop.standalone.process;

import org.jspecify.annotations.NullMarked;
