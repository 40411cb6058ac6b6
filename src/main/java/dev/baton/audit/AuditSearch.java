package dev.baton.audit;

import java.util.Comparator;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail: the desk's own entries, the journals of incidents and the engine's records. */
@Service
@Transactional(readOnly = true)
public class AuditSearch {

  /** So many entries of one question can be reached and counted; more need a narrower one. */
  public static final int MOST = 10_000;

  private final List<AuditSource> sources;

  AuditSearch(List<AuditSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** One page, the newest first; the total is {@link #MOST} where there is as much or more. */
  public Page<AuditRecord> find(AuditQuery query, Pageable page) {
    int reach = (int) Math.min(MOST, page.getOffset() + page.getPageSize());
    List<AuditRecord> found = newest(query, reach);
    int total = 0;
    for (AuditSource source : sources) {
      total += source.count(query, MOST);
    }
    int from = (int) Math.min(found.size(), page.getOffset());
    return new PageImpl<>(found.subList(from, found.size()), page, Math.min(MOST, total));
  }

  /** The newest of all sources together; at most so many. */
  public List<AuditRecord> newest(AuditQuery query, int most) {
    return sources.stream()
        .flatMap(source -> source.newest(query, most).stream())
        .sorted(Comparator.comparing(AuditRecord::at).reversed())
        .limit(most)
        .toList();
  }
}
