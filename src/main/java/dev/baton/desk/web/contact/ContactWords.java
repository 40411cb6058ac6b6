package dev.baton.desk.web.contact;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.Actor;
import dev.baton.incident.Channel;
import dev.baton.incident.Direction;
import dev.baton.staff.StaffDirectory;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How the pages of contacts name channels, directions and people. */
@Component
class ContactWords {

  private static final Map<Channel, String> SIGNS =
      Map.of(
          Channel.PHONE, "☎",
          Channel.WALK_IN, "⚑",
          Channel.EMAIL, "✉",
          Channel.CHAT, "❝",
          Channel.WEB, "▤",
          Channel.MONITORING, "∿");

  private final StaffDirectory staff;
  private final PageRenderer pages;

  ContactWords(StaffDirectory staff, PageRenderer pages) {
    this.staff = staff;
    this.pages = pages;
  }

  static String sign(Channel channel) {
    return SIGNS.get(channel);
  }

  /** Towards the desk, or away from it. */
  static String sign(Direction direction) {
    return direction == Direction.IN ? "→" : "←";
  }

  String channel(Channel channel, Visitor visitor) {
    return pages.name("contacts.channel", channel, visitor.locale());
  }

  String direction(Direction direction, Visitor visitor) {
    return pages.name("contacts.direction", direction, visitor.locale());
  }

  /** The names of these people; what the flow logged on its own is Baton's. */
  Function<String, String> names(Collection<String> logins, Visitor visitor) {
    Map<String, String> names =
        logins.stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), login -> name(login, visitor)));
    return names::get;
  }

  String name(String login, Visitor visitor) {
    return Actor.FLOW.name().equals(login)
        ? pages.words("contacts.automatic", visitor.locale())
        : staff.name(login);
  }
}
