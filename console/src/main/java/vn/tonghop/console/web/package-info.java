/** The HTTP side of the page: routes, layout, languages, assets. */
@NullMarked
package vn.tonghop.console.web;

import org.jspecify.annotations.NullMarked;
