package dev.baton.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.Suppression;
import dev.baton.support.BatonTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every change of a notification goes on from the states it expects, and from no other one. */
@BatonTest
class OutboxStatesIT {

  private static final Instant NOW = Instant.parse("2026-03-30T09:00:00Z");

  /** What changes a row, and from which states. */
  @SuppressWarnings("ImmutableEnumChecker") // nobody changes the set
  enum Change {
    HANDED_OVER(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.handedOver(id, DeliveryChannel.Handover.DELIVERED, "m@desk", NOW);
      }
    },
    NOT_HANDED_OVER(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.notHandedOver(id, true, "No such mailbox", "m@desk");
      }
    },
    NOT_YET(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.notYet(id, NOW);
      }
    },
    WAIT_UNTIL(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.waitUntil(id, NOW);
      }
    },
    FAILED(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.failed(id);
      }
    },
    SUPPRESSED(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.suppressed(id, Suppression.OVERTAKEN, "Over");
      }
    },
    TAKEN_UP(DeliveryStatus.QUEUED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return !outbox.takeUp(outbox.get(id), NOW.plusSeconds(60)).isEmpty();
      }
    },
    CAME_BACK(DeliveryStatus.SENT, DeliveryStatus.DELIVERED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.cameBack(id, "Unknown user");
      }
    },
    DELAYED(DeliveryStatus.SENT) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.delayed(id, "Greylisted");
      }
    },
    MENDED(DeliveryStatus.FAILED, DeliveryStatus.BOUNCED) {
      @Override
      boolean make(Outbox outbox, long id) {
        return outbox.mended(id, "new@acme.example", NOW);
      }
    };

    private final Set<DeliveryStatus> expected;

    Change(DeliveryStatus first, DeliveryStatus... others) {
      expected = EnumSet.of(first, others);
    }

    /** Whether it says that it changed the row. */
    abstract boolean make(Outbox outbox, long id);
  }

  @Autowired private Outbox outbox;
  @Autowired private JdbcTemplate database;
  @Autowired private TransactionTemplate transaction;

  private long id;

  static Stream<Arguments> cells() {
    return Arrays.stream(Change.values())
        .flatMap(
            change -> Arrays.stream(DeliveryStatus.values()).map(it -> Arguments.of(change, it)));
  }

  @BeforeEach
  void oneRow() {
    id =
        transaction.execute(
            status -> {
              database.update("delete from notification where incident = 'INC-1999-000001'");
              database.update(
                  "insert ignore into announcement (incident, event, epoch, at)"
                      + " values ('INC-1999-000001', 'UPDATE', 'states', ?)",
                  "2026-03-30 08:00:00");
              return database.queryForObject(
                  """
                  insert into notification
                  (announcement_id, incident, event, template, audience, recipient,
                   recipient_name, address, channel, language, zone, status, digest, send_at,
                   created_at, tries, all_tries)
                  select id, incident, 'UPDATE', 'UPDATE', 'REQUESTER', 'ada@acme.example', 'Ada',
                    'ada@acme.example', 'MAIL', 'en', 'UTC', 'QUEUED', true,
                    '2026-03-30 08:00:00', '2026-03-30 08:00:00', 0, 0
                  from announcement where incident = 'INC-1999-000001' returning id
                  """,
                  Long.class);
            });
  }

  @ParameterizedTest(name = "{0} of a notification that is {1}")
  @MethodSource("cells")
  void eachChangeGoesOnFromTheStatesThatItExpects(Change change, DeliveryStatus status) {
    transaction.executeWithoutResult(
        it ->
            database.update("update notification set status = ? where id = ?", status.name(), id));
    Map<String, Object> before = row();

    Boolean isTold = transaction.execute(it -> change.make(outbox, id));

    assertThat(isTold).isEqualTo(change.expected.contains(status));
    if (isTold) {
      assertThat(row()).isNotEqualTo(before);
    } else {
      assertThat(row()).isEqualTo(before);
    }
  }

  private Map<String, Object> row() {
    return database.queryForMap("select * from notification where id = ?", id);
  }
}
