package dev.baton.staff;

import dev.baton.database.DatabaseMode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Registers the first administrator, {@code admin}, when there is none. On a server the password
 * must be given: a desk that nobody can administer, or everybody can, does not open.
 */
@Component
@Order(20)
class FirstAdministrator implements DeskPreparation {

  private final StaffDirectory staff;
  private final DatabaseMode mode;
  private final String password;

  FirstAdministrator(
      StaffDirectory staff, DatabaseMode mode, @Value("${baton.admin.password:}") String password) {
    this.staff = staff;
    this.mode = mode;
    this.password = password;
  }

  @Override
  public void prepare() {
    if (staff.hasActive(Role.ADMIN)) {
      return;
    }
    if (!password.isBlank()) {
      register();
    } else if (mode == DatabaseMode.SERVER) {
      throw new AdministratorMissing("There is no administrator yet, and no password for one.");
    }
  }

  private void register() {
    AgentView first =
        new AgentView(
            Role.ADMIN.group(),
            Role.ADMIN.title(),
            null,
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Set.of(Role.ADMIN),
            Set.of(),
            true);
    try {
      staff.register(first, password);
    } catch (IllegalArgumentException refused) {
      throw new AdministratorMissing(refused.getMessage());
    }
  }
}
