package dev.baton.notification.delivery;

import dev.baton.notification.MailSettings;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Our identity in mail: our address, our domain and our loop header. */
@Component
public class SenderIdentity implements OwnAddresses {

  private final MessageIdKey key;
  private final String address;
  private final Set<String> ours;

  SenderIdentity(MailSettings settings, MessageIdKey key) {
    this.key = key;
    this.address = settings.address();
    this.ours =
        Stream.concat(
                Stream.of(settings.address()),
                settings.boxes().stream()
                    .flatMap(box -> Stream.of(text(box.user()), text(box.address()))))
            .filter(text -> text.contains("@"))
            .map(SenderIdentity::bare)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The sender of all mail. */
  public String address() {
    return address;
  }

  /** The domain of our Message-IDs. */
  public String domain() {
    return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** The value of {@code X-Baton-Loop} in all our mail. */
  public String loopMark() {
    return "baton-" + key.mark("loop:" + bare(address));
  }

  @Override
  public boolean isOurs(String email) {
    return email != null && ours.contains(bare(email));
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

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
