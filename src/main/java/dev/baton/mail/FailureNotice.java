package dev.baton.mail;

import dev.baton.mail.mime.Headers;
import dev.baton.mail.mime.Interruption;
import dev.baton.mail.mime.MimePart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bounce in a mail server's own words (qmail, Exim, Exchange, Notes and many others). Both the
 * sender and the wording count, because people write about failed deliveries too.
 */
final class FailureNotice {

  private static final int MAX_LENGTH = 200_000;
  private static final int MAX_DIAGNOSTIC_LENGTH = 1_000;
  private static final int MAX_ADDRESS_LENGTH = 320;
  private static final int MAX_LEAD_LENGTH = 200;
  private static final int MAX_RECIPIENTS = 200;

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)undeliver(able|ed)|returned (mail|to sender)|return(ing|ed) (message )?to"
              + " sender|failure notice|(deliver(y|ing)?|mail|message|e-?mail|permanent|send)["
              + " -]*(delivery )?(status"
              + " notification|failure|failed|failing|problem|error|impossible|report|delayed)|fail(ed|ure)["
              + " :]*(delivery|mail|notice|to deliver)|(could|can|was|is|has) ?not (be(en)?"
              + " )?(deliver|sent|send)|non[- ]?deliver|mail system error|delay(ed)?"
              + " (mail|message|delivery)|(message|mail) .*delayed|warning: .*(delay|could not|not"
              + " sent)|error sending|(nicht|un)["
              + " -]?zustell(bar|ung|en)|zustell(ung)?(s?fehler|problem|benachrichtigung)|fehlgeschlagen|non"
              + " remis|\u00e9chec (de|d'envoi|lors)|no se (puede|pudo|ha podido) entregar|no"
              + " entregad|mancato recapito|non recapitabile|n\u00e3o entregue|onbestelbaar|niet"
              + " (worden )?bezorg|niedor\u0119cz|kan inte levereras|kunne ikke"
              + " leveres|\u043d\u0435"
              + " \u0434\u043e\u0441\u0442\u0430\u0432\u043b\u0435\u043d|\u043d\u0435\u0434\u043e\u0441\u0442\u0430\u0432\u043b|\u914d\u4fe1(\u3067\u304d|\u5931|\u4e0d)|\u9001\u4fe1(\u3067\u304d|\u5931|\u4e0d)|\u30a8\u30e9\u30fc\u901a\u77e5|\u9000\u4fe1|\u6295\u9012(\u5931|\u4e0d)|\u65e0\u6cd5(\u6295|\u53d1)|\ubc30\ub2ec"
              + " \uc2e4\ud328|\uc804\uc1a1 ?\uc2e4\ud328|errors from .*\\[|malformed"
              + " recipient|(are|is) not member|loop alert");
  private static final Pattern FAILURE_PHRASE =
      Pattern.compile(
          "(?iu)(could|can|did|was|were|has|have|will)( ?not|n'?t)( been)?( be)? (be"
              + " )?(deliver|reach|sent|send|able to deliver|process)|undeliver(able|ed)|unable to"
              + " (deliver|be delivered|send|contact)|deliver(y|ing) (\\S+"
              + " ){0,8}(failed|failure|has failed|not possible|impossible|attempt)|failed"
              + " (to|recipients?|address)|permanent (fatal )?errors?|returned (mail|message|to"
              + " you)|(user|host|recipient|mailbox)( is| was)? (unknown|not"
              + " found|full|unavailable|not known)|unknown (user|recipient|host|local)|no such"
              + " (user|recipient|mailbox)|this is the mail|following"
              + " (address|recipient)|transcript of session|mail ?box (is )?(full|exceed)|wasn't"
              + " able to|giv(en|ing) up|out: |\\b[45][0-9]{2}[ -#]+[45]\\.[0-9]\\.[0-9]|>>>"
              + " (rcpt|data|mail)|smtp error|not (a )?member|rejected|retry timeout|duplicated"
              + " message-id|\u914d\u4fe1|\u9001\u4fe1\u3067\u304d|\u5c4a\u304d\u307e\u305b|\u5bb9\u91cf|\u5b9b\u5148|konnte"
              + " nicht (zu)?gestellt|nicht zugestellt|non \u00e8 stato|n'a pas"
              + " (pu|\u00e9t\u00e9)|no (pudo|se pudo|ha podido)|\u043d\u0435"
              + " (\u043c\u043e\u0436\u0435\u0442|\u0434\u043e\u0441\u0442\u0430\u0432)");
  private static final Pattern SUCCESS =
      Pattern.compile(
          "(?i)successfully (delivered|relayed|delivered to)|delivery (succeeded|was successful)"
              + "|erfolgreich zugestellt|has been (successfully )?delivered");
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?im)^[ \\t>]*(-+ ?(this is a copy|below this line|original message|returned"
              + " message|unsent message|message header|the unsent|header|undelivered"
              + " message|original mail)|-+ ?\u5143|your original message|message headers"
              + " follow|original message follows|(the )?(original|following is a copy|first \\d+"
              + " lines|headers of)\\b.{0,60}:\\s*$|received: |return-path: )");
  private static final Pattern AMAZON_SES =
      Pattern.compile("(?i)\"(notificationType|eventType)\"\\s*:\\s*\"Bounce\"");
  private static final Pattern DELAYED =
      Pattern.compile("(?i)delay|warning|still being retried|deferred");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\"-]{1,80}@[A-Za-z0-9.-]{1,255}[A-Za-z0-9]");
  private static final Pattern STATUS =
      Pattern.compile("(?<![0-9.])([45]\\.[0-9]{1,2}\\.[0-9]{1,3})(?![0-9]|\\.[0-9])");

  private final MimePart root;
  private final MailAddress from;
  private final String subject;
  private final String notice;
  private final boolean returnsOriginal;

  FailureNotice(MimePart root, MailAddress from, String subject, String text) {
    this.root = root;
    this.from = from;
    this.subject = subject.length() > 1_000 ? subject.substring(0, 1_000) : subject;
    String bounded = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    Matcher original = SEPARATOR.matcher(bounded);
    boolean cut = original.find() && original.start() > 40;
    this.notice = cut ? bounded.substring(0, original.start()) : bounded;
    this.returnsOriginal =
        cut
            || root.all()
                .anyMatch(
                    part ->
                        part != root && part.is("message/")
                            || part.type().equals("text/rfc822-headers"));
  }

  boolean isBounce() {
    Headers headers = root.headers();
    if (headers.has("x-failed-recipients") || AMAZON_SES.matcher(notice).find()) {
      return true;
    }
    if (reportsSuccess() || OutOfOfficeSubjects.matches(subject)) {
      return false;
    }
    boolean fromMailSystem = comesFromMailSystem();
    boolean subjectMatches = SUBJECT.matcher(subject).find();
    if (fromMailSystem) {
      return subjectMatches || textMatches();
    }
    boolean isReply = subject.matches("(?i)^\\s*(re|aw|fwd?|wg|sv|antw|tr|rv|i)\\s*:.*");
    boolean looksAutomatic = headers.has("auto-submitted") || looksLikeReporter();
    boolean mayBe =
        !isReply && subjectMatches && looksAutomatic || looksLikeReporter() && returnsOriginal;
    return mayBe && textMatches();
  }

  /** Called last: the search tries some fifty phrases at every character. */
  private boolean textMatches() {
    return FAILURE_PHRASE.matcher(notice).find();
  }

  boolean reportsSuccess() {
    return SUCCESS.matcher(notice).find() && !notice.toLowerCase(Locale.ROOT).contains("fail");
  }

  private boolean comesFromMailSystem() {
    Headers headers = root.headers();
    List<String> paths = headers.values("return-path");
    boolean emptyReturnPath = !paths.isEmpty() && paths.get(0).replaceAll("\\s", "").equals("<>");
    boolean fromQmail =
        headers.values("received").stream().anyMatch(line -> line.contains("invoked for bounce"));
    boolean isReport = "delivery-status".equalsIgnoreCase(root.parameter("report-type"));
    boolean autoReplied = headers.first("auto-submitted").orElse("").contains("auto-replied");
    return AutomationDetector.isMailSystem(from)
        || fromQmail
        || isReport
        || emptyReturnPath && !(autoReplied && !returnsOriginal)
        || from == null && returnsOriginal;
  }

  private boolean looksLikeReporter() {
    String sender = from == null ? "" : from.email().toLowerCase(Locale.ROOT);
    return sender.matches(
        "(post_?master|no-?_?reply|sysadmin|mail.?admin|admin|bounce|[a-z0-9-]+-admin|root|poostmaster"
            + "|mail.delivery.system|notification|[a-z0-9-]*-request).*");
  }

  List<Bounce.FailedRecipient> failed() {
    List<Bounce.FailedRecipient> failed = new ArrayList<>();
    Set<String> addresses = new LinkedHashSet<>();
    Stream.of("x-failed-recipients", "x-failed-recipient")
        .flatMap(header -> root.headers().values(header).stream())
        .flatMap(value -> Stream.of(value.split("[,;\\s]+")))
        .filter(each -> each.contains("@") && each.length() <= MAX_ADDRESS_LENGTH)
        .limit(MAX_RECIPIENTS)
        .forEach(addresses::add);
    if (addresses.isEmpty()) {
      addresses.addAll(addressesInText());
    }
    String statusOfAll = status(notice);
    for (String address : addresses) {
      Interruption.check();
      String words = around(address);
      String status = words.isEmpty() ? statusOfAll : status(words);
      String reason = addresses.size() == 1 ? bounded(notice) : words;
      boolean late = DELAYED.matcher(subject).find();
      boolean permanent =
          !late
              && (PermanentFailure.isIndicatedBy(status, words)
                  || PermanentFailure.isIndicatedBy(status, reason));
      failed.add(
          new Bounce.FailedRecipient(address, status, words.isEmpty() ? null : words, permanent));
    }
    return failed;
  }

  private static String status(String words) {
    Matcher code = STATUS.matcher(words);
    return code.find() ? code.group(1) : null;
  }

  /** The failed addresses that the text names, without those of sender and recipient. */
  private List<String> addressesInText() {
    Set<String> own = new LinkedHashSet<>();
    if (from != null) {
      own.add(from.email().toLowerCase(Locale.ROOT));
    }
    for (String value : root.headers().values("to")) {
      AddressParser.parse(value).forEach(to -> own.add(to.email().toLowerCase(Locale.ROOT)));
    }
    Set<String> atLineStart = new LinkedHashSet<>();
    Set<String> anywhere = new LinkedHashSet<>();
    int found = 0;
    for (String line : notice.split("\n")) {
      Matcher address = ADDRESS.matcher(line);
      while (found < MAX_RECIPIENTS && address.find()) {
        found++;
        String named = address.group().replaceAll("^['\"]+", "");
        boolean isOwn = own.contains(named.toLowerCase(Locale.ROOT));
        boolean startsLine =
            address.start() <= MAX_LEAD_LENGTH
                && line.substring(0, address.start())
                    .matches("[\\s<\\[\"'*>:-]*|(?i)\\s*to:\\s*<?");
        if (!isOwn) {
          anywhere.add(named);
          if (startsLine) {
            atLineStart.add(named);
          }
        }
      }
    }
    if (!atLineStart.isEmpty()) {
      return List.copyOf(atLineStart);
    }
    return anywhere.stream().limit(1).toList();
  }

  /** The paragraph about an address, from the address on. */
  private String around(String address) {
    int at = notice.indexOf(address);
    if (at < 0) {
      return "";
    }
    int end = notice.indexOf("\n\n", at + address.length());
    int from = at + address.length();
    while (from < notice.length() && from != end && isBlankOrMark(notice.charAt(from))) {
      from++;
    }
    String words = words(from, end);
    if (words.length() < 8 && end > 0) {
      words = words(end, notice.indexOf("\n\n", end + 2));
    }
    return words;
  }

  private static boolean isBlankOrMark(char c) {
    return c == '>' || c == ':' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Up to the limit, with white space collapsed. Cheap, as it runs once per address. */
  private String words(int from, int to) {
    int end = Math.min(to < 0 ? notice.length() : to, from + 4 * MAX_DIAGNOSTIC_LENGTH);
    StringBuilder words = new StringBuilder();
    for (int i = from; i < end && words.length() < MAX_DIAGNOSTIC_LENGTH; i++) {
      char c = isBlank(notice.charAt(i)) ? ' ' : notice.charAt(i);
      boolean isRun = c == ' ' && (words.isEmpty() || words.charAt(words.length() - 1) == ' ');
      if (!isRun) {
        words.append(c);
      }
    }
    return words.toString().strip();
  }

  private static String bounded(String words) {
    return words.length() > MAX_DIAGNOSTIC_LENGTH
        ? words.substring(0, MAX_DIAGNOSTIC_LENGTH)
        : words;
  }
}
