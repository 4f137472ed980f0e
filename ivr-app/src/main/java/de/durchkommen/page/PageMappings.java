package de.durchkommen.page;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;

/** Puts {@link PageServlet} at the path of each page that has a file. */
@WebListener
public class PageMappings implements ServletContextListener {
  /** For the servlet container. */
  public PageMappings() {}

  @Override
  public void contextInitialized(ServletContextEvent start) {
    ServletContext context = start.getServletContext();
    ServletRegistration servlet = context.addServlet("pages", PageServlet.class);
    for (WebPage page : WebPage.values()) {
      if (page.isIn(context)) {
        // The empty pattern is the root itself; a slash would be everything.
        servlet.addMapping(page == WebPage.START ? "" : page.path());
      }
    }
  }
}
