package dev.baton.flow.migration;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.migration.OlderVersions;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many incidents run on older versions of their flows, and what else does. */
@Service
@Transactional(readOnly = true)
public class OutdatedIncidents {

  private static final String INCIDENTS = "^INC-[0-9]{4}-[0-9]{6,9}$";

  private final OlderVersions versions;

  OutdatedIncidents(OlderVersions versions) {
    this.versions = versions;
  }

  @RequiresPermission(Permission.CHECK_FLOWS)
  public int count() {
    return versions.businessKeys(INCIDENTS);
  }

  /** Flows without an incident. No migration takes them along; they end by themselves. */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public List<OlderVersions.OtherInstances> flowsWithoutIncident() {
    return versions.others(INCIDENTS);
  }
}
