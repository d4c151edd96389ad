package vn.tonghop.console.picture;

import io.javalin.config.RoutesConfig;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;

/** National tables as pictures: a map of squares, bars, the year's course, the deadline's. */
public final class Pictures implements Extension {

  @Override
  public void register(RoutesConfig routes, Site site) {
    site.page(routes, PicturePage.PATH, new PicturePage(site)::show);
  }
}
