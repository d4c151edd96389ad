/** Dead letters, for whoever is on call: looked at, sent again after a mend, or closed. */
@NullMarked
package vn.tonghop.standalone.letters;

import org.jspecify.annotations.NullMarked;
