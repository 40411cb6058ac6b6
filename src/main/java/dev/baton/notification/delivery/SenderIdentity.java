package dev.baton.notification.delivery;

import dev.baton.notification.MailSettings;
import dev.baton.notification.OutgoingMail;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Our identity in mail: our address, our domain and our loop header. */
@Component
public class SenderIdentity implements OwnAddresses {

  private final MessageIdKey key;
  private final MailSettings settings;
  private final OutgoingMail mail;
  private final ObjectProvider<OtherOwnAddresses> others;

  SenderIdentity(
      MessageIdKey key,
      MailSettings settings,
      OutgoingMail mail,
      ObjectProvider<OtherOwnAddresses> others) {
    this.key = key;
    this.settings = settings;
    this.mail = mail;
    this.others = others;
  }

  /** The sender of all mail. */
  public String address() {
    return mail.current().address();
  }

  /** The domain of our Message-IDs. */
  public String domain() {
    String address = address();
    return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** The value of {@code X-Baton-Loop} in all our mail. */
  public String loopMark() {
    return "baton-" + key.mark("loop:" + bare(address()));
  }

  @Override
  public boolean isOurs(String email) {
    if (email == null) {
      return false;
    }
    String sought = bare(email);
    return ours()
        .filter(text -> text != null && text.contains("@"))
        .anyMatch(own -> bare(own).equals(sought));
  }

  private Stream<String> ours() {
    return Stream.of(
            Stream.of(address(), settings.address()),
            settings.boxes().stream().flatMap(box -> Stream.of(box.user(), box.address())),
            others.stream().flatMap(OtherOwnAddresses::addresses))
        .flatMap(addresses -> addresses);
  }

  @Override
  public boolean isOurMark(String loopMark) {
    return loopMark != null && loopMark.strip().equalsIgnoreCase(loopMark());
  }

  /** Strips the part after a plus sign, since the mailbox gets that mail too. */
  private static String bare(String email) {
    String lower = email.strip().toLowerCase(Locale.ROOT);
    int plus = lower.indexOf('+');
    int at = lower.lastIndexOf('@');
    return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
  }
}
