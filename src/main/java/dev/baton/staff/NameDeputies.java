package dev.baton.staff;

import dev.baton.access.Act;
import dev.baton.access.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names in advance who stands in, for a person or for a post. Refuses with {@link RotaRefused}; so
 * a chain that would come back to itself at any time.
 */
@Service
@Transactional
public class NameDeputies {

  private final JdbcTemplate database;
  private final StaffRevision revision;
  private final RotaPeople people;
  private final RotaEntries entries;
  private final RotaLog log;

  NameDeputies(
      JdbcTemplate database,
      StaffRevision revision,
      RotaPeople people,
      RotaEntries entries,
      RotaLog log) {
    this.database = database;
    this.revision = revision;
    this.people = people;
    this.entries = entries;
    this.log = log;
  }

  /** Names who stands in for a person. */
  @Needs(Act.READ_STAFF)
  public Deputy name(Deputy deputy) {
    revision.takeTurn();
    long agent = people.agent("login", deputy.login());
    long standsIn = people.agent("deputy", deputy.deputy());
    RotaPeople.period(deputy.from(), deputy.until(), "until");
    refuseCircle(deputy);
    long id =
        entries.insert(
            "insert into deputy (agent_id, deputy_id, role, starts_at, ends_at)"
                + " values (?,?,?,?,?)",
            agent,
            standsIn,
            deputy.role() == null ? null : deputy.role().name(),
            RotaPeople.stored(deputy.from()),
            RotaPeople.stored(deputy.until()));
    revision.changed(Set.of(deputy.login()));
    return onRecord(entries.deputy(id));
  }

  private Deputy onRecord(Deputy kept) {
    log.kept(kept);
    return kept;
  }

  private void refuseCircle(Deputy deputy) {
    List<String> circle = new DeputyCircles(entries.deputies()).closedBy(deputy);
    if (!circle.isEmpty()) {
      throw new RotaRefused(
          "deputy",
          circle.size() == 2
              ? "must be somebody else"
              : "would close a circle: " + String.join(" -> ", circle));
    }
  }

  /** Takes back a deputy of the person; false if there is none with the id. */
  @Needs(Act.READ_STAFF)
  public boolean withdraw(String login, long id) {
    revision.takeTurn();
    boolean removed = entries.remove("deputy", id, people.agent("login", login));
    if (removed) {
      revision.changed(Set.of(login));
      log.takenBack(login, "Deputy", id);
    }
    return removed;
  }

  /** Names who answers for a post when nobody of it, and no personal deputy, is on duty. */
  @Needs(Act.KEEP_ROTA)
  public PostDeputy name(PostDeputy deputy) {
    revision.takeTurn();
    RotaPeople.required("post", deputy.post());
    RotaPeople.period(deputy.from(), deputy.until(), "until");
    Post post = deputy.post();
    long id =
        entries.insert(
            "insert into post_deputy (team_id, role, deputy_id, starts_at, ends_at)"
                + " values (?,?,?,?,?)",
            post.team() == null ? null : people.team("team", post.team()),
            post.role() == null ? null : post.role().name(),
            people.agent("deputy", deputy.deputy()),
            RotaPeople.stored(deputy.from()),
            RotaPeople.stored(deputy.until()));
    revision.postsChanged();
    PostDeputy kept = new PostDeputy(id, post, deputy.deputy(), deputy.from(), deputy.until());
    log.kept(kept);
    return kept;
  }

  /** Takes back a deputy of a post; false if there is none with the id. */
  @Needs(Act.KEEP_ROTA)
  public boolean withdrawFromPost(long id) {
    revision.takeTurn();
    boolean removed = database.update("delete from post_deputy where id = ?", id) > 0;
    if (removed) {
      revision.postsChanged();
      log.takenBackFromPost(id);
    }
    return removed;
  }

  /** The deputy of a person stands in no longer from this moment on. */
  @Needs(Act.READ_STAFF)
  public Deputy endAt(String login, long id, Instant moment) {
    revision.takeTurn();
    entries.owned("deputy", id, people.agent("login", login));
    RotaPeople.required("until", moment);
    Deputy known = entries.deputy(id);
    RotaPeople.period(known.from(), moment, "until");
    refuseCircle(new Deputy(id, login, known.deputy(), known.role(), known.from(), moment));
    entries.update(
        "update deputy set ends_at = ? where id = ?", new Object[] {RotaPeople.stored(moment)}, id);
    revision.changed(Set.of(login));
    return onRecord(entries.deputy(id));
  }
}
