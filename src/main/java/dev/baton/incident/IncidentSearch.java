package dev.baton.incident;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Finds incidents. */
@Service
public class IncidentSearch {

  /**
   * @throws UnknownIncident when there is none
   */
  public IncidentView get(IncidentNumber number) {
    throw new UnsupportedOperationException();
  }

  /** Sortable by number, openedAt, priority, status, subject. */
  public Page<IncidentView> find(IncidentQuery query, Pageable page) {
    throw new UnsupportedOperationException();
  }
}
