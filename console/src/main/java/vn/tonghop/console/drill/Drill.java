package vn.tonghop.console.drill;

import io.javalin.config.RoutesConfig;
import vn.tonghop.console.web.Extension;
import vn.tonghop.console.web.Site;

/**
 * The pages behind a figure: its units, their reports, the reports' tasks and revisions, what each
 * report moved; and tables and years under other units.
 */
public final class Drill implements Extension {

  @Override
  public void register(RoutesConfig routes, Site site) {
    site.page(routes, FigurePage.PATH, new FigurePage(site)::show);
    site.page(routes, ReportPage.PATH, new ReportPage(site)::show);
    site.page(routes, ReportPage.PATH + MovesPage.SUFFIX, new MovesPage(site)::show);
    site.page(routes, RevisionsPage.PATH, new RevisionsPage(site)::show);
    site.page(routes, RestatedPage.PATH, new RestatedPage(site)::show);
    site.page(routes, SeriesPage.PATH, new SeriesPage(site)::show);
  }
}
