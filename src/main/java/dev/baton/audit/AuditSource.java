package dev.baton.audit;

import java.util.List;

/**
 * Something that keeps a record of who did what. Every source is read when somebody looks at the
 * trail; a module with a record of its own offers it as a bean.
 */
public interface AuditSource {

  /** What is found, the newest first; at most so many. */
  List<AuditRecord> newest(AuditQuery query, int most);

  /** How much there is; it stops counting at the most. */
  int count(AuditQuery query, int most);
}
