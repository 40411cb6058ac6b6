package dev.baton.notification.plan;

import dev.baton.client.ClientDirectory;
import dev.baton.client.Tier;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.notification.Announcement;
import dev.baton.notification.Audience;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.CommunicationPlanRow;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.QuietHours;
import dev.baton.notification.Recipient;
import dev.baton.notification.Suppression;
import dev.baton.notification.delivery.AddressBook;
import dev.baton.notification.delivery.DeliveryChannels;
import dev.baton.notification.delivery.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns an announcement into one notification per recipient, following the communication plan. */
@Service
@Transactional
public class PlanNotifications {

  private final Outbox outbox;
  private final RecipientSearch recipients;
  private final DeliveryChannels channels;
  private final AddressBook addresses;
  private final QuietHours times;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final MajorIncidentSearch majors;
  private final Clock clock;

  PlanNotifications(
      Outbox outbox,
      RecipientSearch recipients,
      DeliveryChannels channels,
      AddressBook addresses,
      QuietHours times,
      IncidentSearch incidents,
      ClientDirectory clients,
      MajorIncidentSearch majors,
      Clock clock) {
    this.outbox = outbox;
    this.recipients = recipients;
    this.channels = channels;
    this.addresses = addresses;
    this.times = times;
    this.incidents = incidents;
    this.clients = clients;
    this.majors = majors;
    this.clock = clock;
  }

  /**
   * The input of the plan.
   *
   * @param priority null while unknown
   */
  public record Facts(NotificationEvent event, Tier tier, String priority, boolean isMajor) {}

  /**
   * @param isJoined whether the plan is asked about the event that joined the announcement
   */
  public Facts facts(long announcement, boolean isJoined) {
    Announcement announced = announcement(announcement);
    IncidentView incident = incident(announced);
    return new Facts(
        isJoined && announced.joined() != null ? announced.joined() : announced.event(),
        clients.client(incident.clientId()).tier(),
        incident.priority() == null ? null : incident.priority().name(),
        majors
            .find(new IncidentNumber(announced.incident()))
            .filter(major -> !major.state().isOver())
            .isPresent());
  }

  /** Writes the outbox rows and returns the notifications to deliver. */
  public List<Long> compose(long announcement, List<CommunicationPlanRow> plan) {
    Announcement announced = announcement(announcement);
    IncidentView incident = incident(announced);
    List<Long> queued = new ArrayList<>();
    for (CommunicationPlanRow row : plan) {
      if (isForOthers(row, announced)) {
        continue;
      }
      CommunicationPlanRow wanted =
          row.audience() == Audience.LADDER ? reached(row, announced) : joined(row, announced);
      for (Recipient recipient :
          recipients.of(wanted.audience(), incident, announced.person(), wanted.roles())) {
        Outbox.Draft draft = draft(announced, wanted, recipient);
        outbox
            .add(draft, clock.instant())
            .filter(id -> draft.suppressed() == null)
            .ifPresent(queued::add);
      }
    }
    return queued;
  }

  /** Whoever was given a role in a major incident hears of it alone: the client has heard. */
  private static boolean isForOthers(CommunicationPlanRow row, Announcement announced) {
    return announced.person() != null
        && announced.event().equals(NotificationEvent.MAJOR_DECLARED)
        && row.audience().isOutside();
  }

  /**
   * The escalation decides how its recipients are reached: by its task alone, or also by a channel.
   */
  private static CommunicationPlanRow reached(CommunicationPlanRow row, Announcement announced) {
    if (announced.reach() == null) {
      return row;
    }
    String reach = announced.reach().toUpperCase(Locale.ROOT);
    ChannelKind channel =
        reach.contains("MAIL")
            ? ChannelKind.MAIL
            : reach.contains("WEBHOOK") ? ChannelKind.WEBHOOK : ChannelKind.INBOX;
    return new CommunicationPlanRow(
        row.audience(),
        channel,
        channel == ChannelKind.INBOX ? null : ChannelKind.INBOX,
        row.template(),
        row.delayMinutes(),
        row.digest(),
        row.keepsNightsQuiet(),
        row.roles());
  }

  /** One message tells both events; its text is the one of the event that joined. */
  private static CommunicationPlanRow joined(CommunicationPlanRow row, Announcement announced) {
    boolean isBoth =
        announced.joined() != null
            && row.audience().isOutside()
            && row.template().equals(announced.event());
    return isBoth
        ? new CommunicationPlanRow(
            row.audience(),
            row.channel(),
            row.fallback(),
            announced.joined(),
            row.delayMinutes(),
            row.digest(),
            row.keepsNightsQuiet(),
            row.roles())
        : row;
  }

  private Outbox.Draft draft(
      Announcement announced, CommunicationPlanRow plan, Recipient recipient) {
    Optional<String> first = address(plan.channel(), recipient);
    Optional<String> second =
        plan.fallback() == null ? Optional.empty() : address(plan.fallback(), recipient);
    boolean takesSecond = first.isEmpty() && second.isPresent();
    ChannelKind channel = takesSecond ? plan.fallback() : plan.channel();
    String address = takesSecond ? second.get() : first.orElse(null);
    boolean hasNext = !takesSecond && second.isPresent();
    Optional<AddressBook.Refusal> refusal = refusal(channel, address);
    return new Outbox.Draft(
        announced,
        plan,
        recipient,
        channel,
        address,
        hasNext ? plan.fallback() : null,
        hasNext ? second.get() : null,
        sendAt(plan, recipient),
        refusal.map(AddressBook.Refusal::reason).orElse(null),
        refusal.map(AddressBook.Refusal::words).orElse(null));
  }

  private Optional<String> address(ChannelKind kind, Recipient recipient) {
    Optional<String> address = channels.addressOf(kind, recipient).filter(text -> !text.isBlank());
    return kind == ChannelKind.MAIL ? address.map(addresses::current) : address;
  }

  private Optional<AddressBook.Refusal> refusal(ChannelKind channel, String address) {
    if (address == null) {
      return Optional.of(AddressBook.Refusal.of(Suppression.NO_ADDRESS));
    }
    return channel == ChannelKind.MAIL ? addresses.refusal(address) : Optional.empty();
  }

  private Instant sendAt(CommunicationPlanRow plan, Recipient recipient) {
    Instant at = clock.instant().plus(Duration.ofMinutes(plan.delayMinutes()));
    if (plan.digest()) {
      return times.nextDigest(at, recipient.zone());
    }
    return plan.keepsNightsQuiet() ? times.afterTheNight(at, recipient.zone()) : at;
  }

  private Announcement announcement(long id) {
    return outbox
        .announcement(id)
        .orElseThrow(() -> new IllegalStateException("There is no announcement " + id + "."));
  }

  private IncidentView incident(Announcement announced) {
    return incidents.get(new IncidentNumber(announced.incident()));
  }
}
