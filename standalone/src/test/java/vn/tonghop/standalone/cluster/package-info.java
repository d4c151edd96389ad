/** A deployment on this machine, each part a process of its own that can be killed. */
@NullMarked
package vn.tonghop.standalone.cluster;

import org.jspecify.annotations.NullMarked;
