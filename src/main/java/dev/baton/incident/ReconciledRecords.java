package dev.baton.incident;

import dev.baton.incident.ReconciliationReport.Difference;
import java.util.List;

/** Further records that have a counterpart among the running flows, and are compared with it. */
public interface ReconciledRecords {

  List<Difference> differences();
}
