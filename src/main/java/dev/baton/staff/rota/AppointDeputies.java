package dev.baton.staff.rota;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.staff.StaffRevision;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appoints deputies in advance, for a person or for a post. Throws {@link InvalidInput} for invalid
 * input, including chains that would form a circle at any time, and deputies who may not answer
 * escalations.
 */
@Service
@Transactional
public class AppointDeputies {

  private final JdbcClient database;
  private final StaffRevision revision;
  private final RotaSubjects people;
  private final RotaRepository entries;
  private final RotaAudit log;

  AppointDeputies(
      JdbcClient database,
      StaffRevision revision,
      RotaSubjects people,
      RotaRepository entries,
      RotaAudit log) {
    this.database = database;
    this.revision = revision;
    this.people = people;
    this.entries = entries;
    this.log = log;
  }

  /** Appoints a deputy of a person. */
  @RequiresPermission(Permission.READ_STAFF)
  public Deputy name(Deputy deputy) {
    revision.takeTurn();
    long agent = people.agent("login", deputy.login());
    long standsIn = people.deputy("deputy", deputy.deputy());
    RotaSubjects.period(deputy.from(), deputy.until(), "until");
    refuseCircle(deputy);
    long id =
        entries.insert(
            "insert into deputy (agent_id, deputy_id, role, starts_at, ends_at)"
                + " values (?,?,?,?,?)",
            agent,
            standsIn,
            deputy.role() == null ? null : deputy.role().name(),
            deputy.from(),
            deputy.until());
    revision.changed(Set.of(deputy.login()));
    return onRecord(entries.deputy(id));
  }

  private Deputy onRecord(Deputy kept) {
    log.kept(kept);
    return kept;
  }

  private void refuseCircle(Deputy deputy) {
    List<String> circle = new DeputyCycles(entries.deputies()).closedBy(deputy);
    if (!circle.isEmpty()) {
      throw new InvalidInput(
          "deputy",
          circle.size() == 2
              ? LocalizableText.of("refused.rota.self")
              : LocalizableText.of("refused.rota.circle", String.join(" -> ", circle)));
    }
  }

  /** Removes a deputy of the person; returns false if there is none with the id. */
  @RequiresPermission(Permission.READ_STAFF)
  public boolean withdraw(String login, long id) {
    revision.takeTurn();
    boolean removed = entries.remove("deputy", id, people.agent("login", login));
    if (removed) {
      revision.changed(Set.of(login));
      log.takenBack(login, "Deputy", id);
    }
    return removed;
  }

  /** Appoints a deputy of a post, for when neither its people nor their deputies are on duty. */
  @RequiresPermission(Permission.KEEP_ROTA)
  public PostDeputy name(PostDeputy deputy) {
    revision.takeTurn();
    RotaSubjects.required("post", deputy.post());
    RotaSubjects.period(deputy.from(), deputy.until(), "until");
    Post post = deputy.post();
    long id =
        entries.insert(
            "insert into post_deputy (team_id, role, deputy_id, starts_at, ends_at)"
                + " values (?,?,?,?,?)",
            post.team() == null ? null : people.team("team", post.team()),
            post.role() == null ? null : post.role().name(),
            people.deputy("deputy", deputy.deputy()),
            deputy.from(),
            deputy.until());
    revision.postsChanged();
    PostDeputy kept = new PostDeputy(id, post, deputy.deputy(), deputy.from(), deputy.until());
    log.kept(kept);
    return kept;
  }

  /** Removes a deputy of a post; returns false if there is none with the id. */
  @RequiresPermission(Permission.KEEP_ROTA)
  public boolean withdrawFromPost(long id) {
    revision.takeTurn();
    boolean removed = database.sql("delete from post_deputy where id = ?").param(id).update() > 0;
    if (removed) {
      revision.postsChanged();
      log.takenBackFromPost(id);
    }
    return removed;
  }

  /** Ends the appointment of a person's deputy at this moment. */
  @RequiresPermission(Permission.READ_STAFF)
  public Deputy endAt(String login, long id, Instant moment) {
    revision.takeTurn();
    entries.owned("deputy", id, people.agent("login", login));
    RotaSubjects.required("until", moment);
    Deputy known = entries.deputy(id);
    RotaSubjects.period(known.from(), moment, "until");
    refuseCircle(new Deputy(id, login, known.deputy(), known.role(), known.from(), moment));
    database.sql("update deputy set ends_at = ? where id = ?").params(moment, id).update();
    revision.changed(Set.of(login));
    return onRecord(entries.deputy(id));
  }
}
