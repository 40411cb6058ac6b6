package dev.baton.admin.web;

import dev.baton.desk.web.PageRenderer;
import dev.baton.staff.StaffDirectory;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names whoever did something that was recorded. */
@Component
public class ActorNames {

  private static final String FLOW = "flow";

  private final StaffDirectory staff;
  private final PageRenderer pages;

  ActorNames(StaffDirectory staff, PageRenderer pages) {
    this.staff = staff;
    this.pages = pages;
  }

  /** A person's name; what nobody did, the system did. */
  public String of(String actor, Locale locale) {
    return FLOW.equals(actor) ? pages.words("admin.system", locale) : staff.name(actor);
  }
}
