package dev.baton.notification.template;

import dev.baton.incident.HoldReason;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.web.text.FormattedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content of a message's layout, ready to print; texts may be empty.
 *
 * @param writer name of the person who signs it
 * @param isLetter whether it is what a person wrote: it comes first, is signed, and what the desk
 *     adds follows
 */
record MailLayout(
    String language,
    String subject,
    String greeting,
    String opening,
    String detail,
    String next,
    List<Fact> facts,
    String link,
    String button,
    String writer,
    String signature,
    String footer,
    boolean isLetter) {

  private static final int LONGEST_SUBJECT = 180;

  /** A row of the details table. */
  record Fact(String label, String value) {

    /** For the text part, where all values start in the same column. */
    public String padded() {
      return label + ":" + " ".repeat(Math.max(0, 14 - label.length()));
    }
  }

  /**
   * @param deskName what the desk is called; empty for a desk without a name of its own
   */
  static MailLayout of(
      TemplateInput message,
      TemplateBundle book,
      ClientTemplate own,
      MessageLinks links,
      Optional<String> deskName) {
    Placeholders fill = Placeholders.of(message, book);
    TemplatePhrases phrases = TemplatePhrases.of(book, message, own);
    boolean isSignedByDesk = own == null || own.signature() == null;
    boolean isOutside = message.audience().isOutside();
    boolean isLetter = isLetter(message);
    String opening = isLetter && !phrases.isOwnOpening() ? "" : fill.in(phrases.opening());
    String detail = message.detail() == null ? "" : message.detail().strip();
    String subject = "[" + message.incident().number() + "] " + fill.in(phrases.subject());
    return new MailLayout(
        message.language().getLanguage(),
        shortened(Placeholders.oneLine(subject)),
        greets(opening, detail, isLetter) ? "" : greeting(book, fill),
        opening,
        detail,
        fill.in(isLetter ? phrases.afterLetter() : phrases.next()),
        facts(message, book, fill),
        links.to(message),
        book.first(isOutside ? "button." + asked(message) : "button.open"),
        isOutside ? writer(message, detail) : "",
        isSignedByDesk && isOutside && deskName.isPresent()
            ? deskName.get()
            : fill.in(phrases.signature()),
        fill.in(book.first(isOutside ? "footer" : "footer.inside")),
        isLetter);
  }

  private static String greeting(TemplateBundle book, Placeholders fill) {
    return fill.in(book.first(fill.value("recipient").isEmpty() ? "greeting.unknown" : "greeting"));
  }

  /** Whether the texts of this message greet already: nobody is greeted twice. */
  private static boolean greets(String opening, String detail, boolean isLetter) {
    return Greeting.begins(opening) || isLetter && Greeting.begins(detail);
  }

  /** A person who greets the client writes a letter, whatever it comes with. */
  private static boolean isLetter(TemplateInput message) {
    return message.audience().isOutside()
        && message.detail() != null
        && !message.detail().isBlank()
        && (message.isLetter()
            || message.authorName() != null && Greeting.begins(message.detail()));
  }

  /** Whoever has put their name below their text does not sign a second time. */
  private static String writer(TemplateInput message, String detail) {
    String name = Placeholders.oneLine(message.authorName());
    String last = detail.lines().reduce((before, line) -> line).orElse("").strip();
    return last.equalsIgnoreCase(name) ? "" : name;
  }

  /** For the template, which asks for a property. */
  public boolean isLetter() {
    return isLetter;
  }

  /** What a person wrote about an event is set off from the text around it. */
  public String indent() {
    return isLetter ? "" : "  ";
  }

  /** What a person wrote, with their formatting; safe. */
  public String detailHtml() {
    return FormattedText.html(detail);
  }

  public List<String> detailLines() {
    return detail.lines().toList();
  }

  /** What the recipient is asked to do. */
  private static String asked(TemplateInput message) {
    boolean waitsForThem =
        message.event().equals(NotificationEvent.REMINDER)
            || message.event().equals(NotificationEvent.ON_HOLD)
                && (message.incident().hold() == null
                    || message.incident().hold().reason() == HoldReason.REQUESTER);
    return waitsForThem
        ? "answer"
        : message.event().equals(NotificationEvent.RESOLVED) ? "confirm" : "write";
  }

  private static List<Fact> facts(TemplateInput message, TemplateBundle book, Placeholders fill) {
    List<Fact> facts = new ArrayList<>();
    for (String name : shown(message.audience())) {
      String value =
          name.equals("openedAt")
              ? Placeholders.time(message, message.incident().openedAt())
              : fill.value(name.equals("subject") ? "title" : name);
      if (!value.isEmpty()) {
        facts.add(new Fact(book.first("fact." + name), value));
      }
    }
    return facts;
  }

  private static List<String> shown(Audience audience) {
    return audience.isOutside()
        ? List.of("number", "subject", "status", "service", "openedAt")
        : List.of(
            "number",
            "subject",
            "client",
            "requester",
            "priority",
            "status",
            "team",
            "assignee",
            "openedAt");
  }

  private static String shortened(String subject) {
    return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
        ? subject
        : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }
}
