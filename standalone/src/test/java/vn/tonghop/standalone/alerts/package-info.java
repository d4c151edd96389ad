/** Alert rules, runbooks and dashboards, held against a real Prometheus. */
@NullMarked
package vn.tonghop.standalone.alerts;

import org.jspecify.annotations.NullMarked;
