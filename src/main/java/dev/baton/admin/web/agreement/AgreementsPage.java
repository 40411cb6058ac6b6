package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminPage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where the agreements stand in the menu of the administration. */
@Component
@Order(20)
class AgreementsPage implements AdminPage {

  @Override
  public String name() {
    return AgreementPages.NAME;
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.AGREEMENTS;
  }

  @Override
  public Permission permission() {
    return Permission.READ_AGREEMENTS;
  }
}
