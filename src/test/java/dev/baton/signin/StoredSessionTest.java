package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

class StoredSessionTest {

  private final Session kept = mock(Session.class, delegatesTo(new MapSession()));
  private final StoredSession session = new StoredSession(kept);

  @Test
  void lastUseIsNotedToTheMinute() {
    Instant before = Instant.parse("2026-03-02T09:00:00Z");
    kept.setLastAccessedTime(before);

    session.setLastAccessedTime(before.plusSeconds(59));
    assertThat(session.getLastAccessedTime()).isEqualTo(before);

    session.setLastAccessedTime(before.plus(Duration.ofMinutes(1)));
    assertThat(session.getLastAccessedTime()).isEqualTo(before.plus(Duration.ofMinutes(1)));
  }

  @Test
  void whatIsSetAgainIsWrittenOnlyIfItHasChanged() {
    kept.setAttribute("groups", new ArrayList<>(List.of("agent")));
    clearInvocations(kept);

    List<String> groups = session.getAttribute("groups");
    session.setAttribute("groups", groups);
    verify(kept, never()).setAttribute(any(), any());

    groups.add("admin");
    session.getAttribute("groups");
    session.setAttribute("groups", groups);
    verify(kept).setAttribute("groups", groups);

    session.setAttribute("groups", groups);
    groups.clear();
    session.setAttribute("groups", groups);
    verify(kept, times(2)).setAttribute("groups", groups);
  }

  @Test
  void whatIsRemovedIsGoneAndCanComeBack() {
    session.setAttribute("wish", "/account");
    session.removeAttribute("wish");
    assertThat(session.<String>getAttribute("wish")).isNull();

    session.setAttribute("wish", "/account");
    assertThat(session.<String>getAttribute("wish")).isEqualTo("/account");
    session.setAttribute("wish", null);
    assertThat(session.getAttributeNames()).isEmpty();
  }
}
