package dev.baton.incident;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** Logs every contact, with or without an incident. */
@Service
public class ContactLog {

  /** Stores the contact and, when it came from the client to an open incident, tells the flow. */
  public ContactView log(NewContact contact) {
    throw new UnsupportedOperationException();
  }

  /** The contacts of an incident, oldest first. */
  public List<ContactView> of(IncidentNumber number) {
    throw new UnsupportedOperationException();
  }

  /** All contacts, newest first; of one client if the id is given. */
  public Page<ContactView> list(Long clientId, Pageable page) {
    throw new UnsupportedOperationException();
  }
}
