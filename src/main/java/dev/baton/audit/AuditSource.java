package dev.baton.audit;

import java.util.List;

/**
 * A source of audit records. Every source is read when someone views the trail; a module with its
 * own records offers them as a bean.
 */
public interface AuditSource {

  /** Returns the matches, newest first, up to a limit. */
  List<AuditRecord> newest(AuditQuery query, int most);

  /** Returns the number of matches; stops counting at the limit. */
  int count(AuditQuery query, int most);
}
