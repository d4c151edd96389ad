@NullMarked
package vn.tonghop.console.web;

import org.jspecify.annotations.NullMarked;
