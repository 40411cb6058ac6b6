package dev.baton.notification;

import dev.baton.incident.IncidentNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who was notified of what, and how the delivery went. */
@Service
@Transactional(readOnly = true)
public class Notifications {

  private static final String SELECT =
      """
      select id, incident, event, audience, recipient, recipient_name, address, channel, status,
        reason, reason_text, created_at, send_at, sent_at, delivered_at, all_tries, last_error,
        message_id, sent_with
      from notification
      """;

  /** Notifications sent to the client's people. They never contain internal facts. */
  private static final String OUTSIDE =
      Arrays.stream(Audience.values())
          .filter(Audience::isOutside)
          .map(audience -> "'" + audience + "'")
          .collect(Collectors.joining(", ", " and audience in (", ")"));

  private final JdbcTemplate jdbc;

  Notifications(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Selects which of an incident's notifications to return. */
  public record Part(boolean forClient, boolean newestFirst, Instant from, int most) {

    private String where() {
      return " where incident = ?"
          + (forClient ? OUTSIDE : "")
          + (from == null ? "" : newestFirst ? " and created_at <= ?" : " and created_at >= ?")
          + (newestFirst ? " order by created_at desc, id desc" : " order by created_at, id")
          + " limit ?";
    }

    private Object[] values(IncidentNumber number) {
      return from == null
          ? new Object[] {number.value(), most}
          : new Object[] {number.value(), from, most};
    }
  }

  /** Returns the selected notifications of the incident, in order. */
  public List<NotificationView> of(IncidentNumber number, Part part) {
    return jdbc.query(SELECT + part.where(), (row, n) -> view(row), part.values(number));
  }

  /** Returns a value that changes whenever the selected notifications change. */
  public String revision(IncidentNumber number, Part part) {
    return jdbc.queryForObject(
        """
        select coalesce(group_concat(crc32(concat_ws('|', id, status, address, reason_text, sent_at,
          delivered_at, last_error)) order by id), '')
        from (select * from notification%s) w
        """
            .formatted(part.where()),
        String.class,
        part.values(number));
  }

  /**
   * Returns the notifications of one incident, oldest first; the client's people only see those
   * sent to the client.
   */
  public Page<NotificationView> of(IncidentNumber number, boolean forClient, Pageable page) {
    String where = " where incident = ?" + (forClient ? OUTSIDE : "");
    Long total =
        jdbc.queryForObject(
            "select count(*) from notification" + where, Long.class, number.value());
    List<NotificationView> found =
        jdbc.query(
            SELECT + where + " order by id limit ? offset ?",
            (row, n) -> view(row),
            number.value(),
            page.getPageSize(),
            page.getOffset());
    return new PageImpl<>(found, page, total == null ? 0 : total);
  }

  /** Returns notifications with this status, or all if it is null; newest first. */
  public Page<NotificationView> list(DeliveryStatus status, Pageable page) {
    String where = status == null ? "" : " where status = '" + status.name() + "'";
    Long total = jdbc.queryForObject("select count(*) from notification" + where, Long.class);
    List<NotificationView> found =
        jdbc.query(
            SELECT + where + " order by id desc limit ? offset ?",
            (row, n) -> view(row),
            page.getPageSize(),
            page.getOffset());
    return new PageImpl<>(found, page, total == null ? 0 : total);
  }

  private static NotificationView view(ResultSet row) throws SQLException {
    long sentWith = row.getLong("sent_with");
    return new NotificationView(
        row.getLong("id"),
        row.getString("incident"),
        NotificationEvent.valueOf(row.getString("event")),
        Audience.valueOf(row.getString("audience")),
        row.getString("recipient"),
        row.getString("recipient_name"),
        row.getString("address"),
        ChannelKind.valueOf(row.getString("channel")),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("reason_text"),
        row.getObject("created_at", Instant.class),
        row.getObject("send_at", Instant.class),
        row.getObject("sent_at", Instant.class),
        row.getObject("delivered_at", Instant.class),
        row.getInt("all_tries"),
        row.getString("last_error"),
        row.getString("message_id"),
        sentWith == 0 || sentWith == row.getLong("id") ? null : sentWith);
  }
}
