package dev.baton.incident.reconciliation;

import dev.baton.incident.reconciliation.ReconciliationReport.Difference;
import java.util.List;

/** Further records that have a counterpart among the running flows, and are compared with it. */
public interface ReconciliationSource {

  List<Difference> differences();
}
