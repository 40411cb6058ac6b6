package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.SubmittedForms;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.Mentions;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.file.AttachFiles;
import dev.baton.incident.file.AttachFiles.GivenFile;
import dev.baton.notification.delivery.MailAttachments;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** Posts messages to the client, internal notes, calls, and their attachments. */
@Component
class PostMessage {

  static final int MOST_FILES = 10;

  private static final List<MessageKind> INSIDE =
      List.of(MessageKind.REPLY, MessageKind.NOTE, MessageKind.CALL_OUT, MessageKind.CALL_IN);

  private final ContactLog contacts;
  private final AttachFiles files;
  private final MailAttachments enclosed;
  private final SubmittedForms sent;
  private final Mentions mentions;
  private final PageRenderer pages;

  PostMessage(
      ContactLog contacts,
      AttachFiles files,
      MailAttachments enclosed,
      SubmittedForms sent,
      Mentions mentions,
      PageRenderer pages) {
    this.contacts = contacts;
    this.files = files;
    this.enclosed = enclosed;
    this.sent = sent;
    this.mentions = mentions;
    this.pages = pages;
  }

  /** The kinds that the visitor may write, with labels. */
  List<ActionForm.Choice> kinds(Visitor visitor) {
    return (visitor.isOfClient() ? List.of(MessageKind.FROM_CLIENT) : INSIDE)
        .stream()
            .map(
                kind ->
                    new ActionForm.Choice(
                        kind.name(), pages.name("message", kind, visitor.locale())))
            .toList();
  }

  /**
   * Stores the message and the files as one contact. A message to the client is sent once, however
   * often the form is submitted. Attachments without text notify no one and do not count as a
   * response.
   *
   * @param once the mark of the form
   * @return the id of the contact; empty if the form was submitted before
   */
  @Transactional
  public OptionalLong send(
      IncidentView incident,
      String kindName,
      String text,
      List<GivenFile> given,
      String once,
      Visitor visitor) {
    MessageKind kind = kind(kindName, visitor);
    given.forEach(files::check);
    if (given.size() > MOST_FILES) {
      throw new InvalidInput("file", LocalizableText.of("refused.file.most", MOST_FILES));
    }
    boolean silent = text == null || text.isBlank();
    if (silent && given.isEmpty()) {
      throw new InvalidInput("text", pages.words("message.empty", visitor.locale()));
    }
    if (kind == MessageKind.REPLY && !silent) {
      checkForMail(given, visitor.locale());
    }
    if (kind == MessageKind.NOTE && !silent) {
      checkMentions(text);
    }
    if (!sent.isNew(once, visitor.caller().login())) {
      return OptionalLong.empty();
    }
    String body = silent ? pages.words("message.filesOnly", Locale.UK) : text.strip();
    NewContact contact = contact(incident, kind, body, visitor);
    boolean tells = !silent || kind.direction() == Direction.IN;
    ContactView stored = tells ? contacts.log(contact) : contacts.keep(contact);
    given.forEach(file -> files.attach(stored.id(), file));
    return OptionalLong.of(stored.id());
  }

  /** Reports attachments that the mail could not include, before it is sent. */
  private void checkForMail(List<GivenFile> given, Locale locale) {
    if (given.stream().mapToLong(file -> file.content().length).sum() > enclosed.most()) {
      throw new InvalidInput(
          "file",
          pages.words(
              "message.tooLargeForMail", locale, DataSize.ofBytes(enclosed.most()).toMegabytes()));
    }
  }

  private void checkMentions(String text) {
    mentions
        .refused(text)
        .ifPresent(
            refused -> {
              throw new InvalidInput("text", refused.reason());
            });
  }

  private static NewContact contact(
      IncidentView incident, MessageKind kind, String body, Visitor visitor) {
    String from =
        switch (kind) {
          case FROM_CLIENT ->
              visitor
                  .caller()
                  .requester()
                  .map(self -> self.email() == null ? self.name() : self.email())
                  .orElseThrow();
          case CALL_IN, CALL_OUT ->
              Stream.of(incident.requester().name(), incident.requester().phone())
                  .filter(part -> part != null)
                  .findFirst()
                  .orElse(null);
          case REPLY -> incident.requester().email();
          case NOTE -> null;
        };
    return new NewContact(
        new IncidentNumber(incident.number()),
        ContactKind.INCIDENT,
        null,
        kind.direction(),
        kind.channel(),
        from,
        null,
        body,
        kind.visibility());
  }

  private MessageKind kind(String name, Visitor visitor) {
    List<MessageKind> allowed = visitor.isOfClient() ? List.of(MessageKind.FROM_CLIENT) : INSIDE;
    return Arrays.stream(MessageKind.values())
        .filter(kind -> kind.name().equals(name) && allowed.contains(kind))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("kind", LocalizableText.of("refused.message.kind")));
  }
}
