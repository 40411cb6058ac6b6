package dev.baton.notification;

import dev.baton.incident.IncidentNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who was notified of what, and how the delivery went. */
@Service
@Transactional(readOnly = true)
public class Notifications {

  private static final String SELECT =
      """
      select id, incident, event, audience, recipient, recipient_name recipientName, address,
        channel, status, reason, reason_text reasonWords, created_at createdAt, send_at sendAt,
        sent_at sentAt, delivered_at deliveredAt, all_tries tries, last_error lastError,
        message_id messageId, nullif(sent_with, id) sentWith
      from notification
      """;

  /** Notifications sent to the client's people. They never contain internal facts. */
  private static final String OUTSIDE =
      Arrays.stream(Audience.values())
          .filter(Audience::isOutside)
          .map(audience -> "'" + audience + "'")
          .collect(Collectors.joining(", ", " and audience in (", ")"));

  private final JdbcClient jdbc;

  Notifications(JdbcClient jdbc) {
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

    private List<Object> values(IncidentNumber number) {
      return from == null ? List.of(number.value(), most) : List.of(number.value(), from, most);
    }
  }

  /** Returns the selected notifications of the incident, in order. */
  public List<NotificationView> of(IncidentNumber number, Part part) {
    return jdbc.sql(SELECT + part.where())
        .params(part.values(number))
        .query(NotificationView.class)
        .list();
  }

  /** Returns a value that changes whenever the selected notifications change. */
  public String revision(IncidentNumber number, Part part) {
    return jdbc.sql(
            """
            select coalesce(group_concat(crc32(concat_ws('|', id, status, address, reason_text,
              sent_at, delivered_at, last_error)) order by id), '')
            from (select * from notification%s) w
            """
                .formatted(part.where()))
        .params(part.values(number))
        .query(String.class)
        .single();
  }

  /**
   * Returns the notifications of one incident, oldest first; the client's people only see those
   * sent to the client.
   */
  public Page<NotificationView> of(IncidentNumber number, boolean forClient, Pageable page) {
    String where = " where incident = ?" + (forClient ? OUTSIDE : "");
    return page(where, List.of(number.value()), "id", page);
  }

  /** Returns notifications with this status, or all if it is null; newest first. */
  public Page<NotificationView> list(DeliveryStatus status, Pageable page) {
    return status == null
        ? page("", List.of(), "id desc", page)
        : page(" where status = ?", List.of(status.name()), "id desc", page);
  }

  private Page<NotificationView> page(
      String where, List<String> values, String order, Pageable page) {
    long total =
        jdbc.sql("select count(*) from notification" + where)
            .params(values)
            .query(Long.class)
            .single();
    List<NotificationView> found =
        jdbc.sql(SELECT + where + " order by " + order + " limit ? offset ?")
            .params(values)
            .params(page.getPageSize(), page.getOffset())
            .query(NotificationView.class)
            .list();
    return new PageImpl<>(found, page, total);
  }
}
