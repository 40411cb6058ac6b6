package dev.baton.incident;

import java.util.List;
import org.springframework.stereotype.Service;

/** Tells the story of an incident: its journal and its contacts in order. */
@Service
public class Timeline {

  /** Oldest first; for a client's people only what they may see. */
  public List<TimelineEntry> of(IncidentNumber number, boolean forClient) {
    throw new UnsupportedOperationException();
  }
}
