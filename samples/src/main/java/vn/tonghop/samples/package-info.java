/** Makes the invented reports of the samples folder, the same bytes each time. */
@NullMarked
package vn.tonghop.samples;

import org.jspecify.annotations.NullMarked;
