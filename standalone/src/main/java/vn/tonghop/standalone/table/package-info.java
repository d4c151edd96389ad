@NullMarked
package vn.tonghop.standalone.table;

import org.jspecify.annotations.NullMarked;
