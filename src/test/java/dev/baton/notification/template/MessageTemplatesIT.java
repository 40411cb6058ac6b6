package dev.baton.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.incident.Channel;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.support.BatonTest;
import dev.baton.web.validation.InvalidInput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What every reader gets, for every event in every language, whatever is missing or strange. */
@BatonTest
class MessageTemplatesIT {

  private static final Instant OPENED = Instant.parse("2026-03-27T22:30:00Z");
  private static final Instant NEXT = Instant.parse("2026-03-29T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern UNFILLED = Pattern.compile("\\{[a-z]+}|\\$\\{|null");
  private static final String LONG = "Straßenbahnhaltestelle".repeat(500);
  private static final String HEBREW = "דוד בן־גוריון";
  private static final String NASTY =
      "<script>alert(1)</script> & \"q\" {number} ${7*7} [[${7*7}]] \u202e\r\nBcc: x@y.example";

  @Autowired MessageTemplates templates;
  @Autowired ClientTemplates words;
  @Autowired ClientDirectory clients;

  static Stream<Arguments> everyEventInEveryLanguage() {
    return NotificationEvent.builtIn().stream()
        .flatMap(
            event ->
                Arrays.stream(Audience.values())
                    .flatMap(
                        audience ->
                            ClientTemplates.LANGUAGES.stream()
                                .map(language -> Arguments.of(event, audience, language))));
  }

  @ParameterizedTest(name = "{0} to {1} in {2}")
  @MethodSource("everyEventInEveryLanguage")
  void tellsWithAllFieldsAndWithNone(NotificationEvent event, Audience audience, Locale language) {
    RenderedMessage full =
        templates.render(
            message(
                event,
                audience,
                language,
                "Ada Lovelace",
                "Printer prints \uD83D\uDD25",
                "It is done.",
                NEXT));
    RenderedMessage bare =
        templates.render(
            new TemplateInput(
                event,
                audience,
                language,
                BERLIN,
                null,
                "acme",
                "Acme",
                incident("A title", null, null),
                null,
                OPENED,
                null,
                null,
                null,
                null,
                false));

    for (RenderedMessage rendered : new RenderedMessage[] {full, bare}) {
      assertThat(rendered.subject()).startsWith("[INC-2026-000123] ").doesNotContain("\n");
      assertThat(rendered.subject() + rendered.text()).doesNotContainPattern(UNFILLED);
      assertThat(Jsoup.parse(rendered.html()).text()).doesNotContainPattern(UNFILLED);
      assertThat(rendered.text()).contains("INC-2026-000123");
    }
    assertThat(full.text()).contains("It is done.", "\uD83D\uDD25");
    assertThat(bare.text()).doesNotContain(":\n\n");
  }

  @ParameterizedTest(name = "{0} to {1} in {2}")
  @MethodSource("everyEventInEveryLanguage")
  void longStrangeAndHostileWordsStayWords(
      NotificationEvent event, Audience audience, Locale language) {
    for (String strange :
        new String[] {LONG, HEBREW, NASTY, "\uD83D\uDC69\u200D\uD83D\uDE80", ""}) {
      RenderedMessage rendered =
          templates.render(message(event, audience, language, strange, strange, strange, NEXT));
      Document page = Jsoup.parse(rendered.html());

      assertThat(rendered.subject().codePointCount(0, rendered.subject().length()))
          .isLessThanOrEqualTo(180);
      assertThat(rendered.subject()).doesNotContain("\r", "\n", "\u202e");
      assertThat(page.select("script, iframe, form, object")).isEmpty();
      assertThat(page.text()).doesNotContain("49");
      assertThat(page.select("a[href]").eachAttr("href"))
          .allMatch(link -> link.startsWith("mailto:") || link.startsWith("http"));
    }
  }

  @Test
  void namesFromTheRightAreFencedAndKeptWhole() {
    RenderedMessage rendered =
        templates.render(
            message(
                NotificationEvent.RECEIVED,
                Audience.REQUESTER,
                Locale.ENGLISH,
                HEBREW,
                HEBREW,
                null,
                NEXT));

    assertThat(rendered.text()).contains("Hello \u2068" + HEBREW + "\u2069,");
  }

  @Test
  void timesAreTheReadersOwnAcrossTheChangeToSummerTime() {
    RenderedMessage berlin =
        templates.render(
            message(
                NotificationEvent.RECEIVED,
                Audience.REQUESTER,
                Locale.GERMAN,
                "Ada",
                "Drucker",
                null,
                NEXT));
    assertThat(berlin.text())
        .contains("spätestens bis Sonntag, 29. März 2026, 14:00 (MESZ")
        .contains("Freitag, 27. März 2026, 23:30 (MEZ");
  }

  @Test
  void whoReadsAnotherLanguageGetsEnglishThroughout() {
    RenderedMessage rendered =
        templates.render(
            message(
                NotificationEvent.RESOLVED,
                Audience.REQUESTER,
                Locale.FRENCH,
                "Ada",
                "Printer",
                "Done.",
                NEXT));

    assertThat(rendered.text())
        .contains("has been resolved", "Sunday", "March")
        .doesNotContain("mars");
  }

  @Test
  void aHoldForASupplierAsksTheClientForNothing() {
    RenderedMessage rendered =
        templates.render(
            new TemplateInput(
                NotificationEvent.ON_HOLD,
                Audience.REQUESTER,
                Locale.ENGLISH,
                BERLIN,
                "Ada",
                "acme",
                "Acme",
                incident("Printer", "Bob", HoldReason.SUPPLIER),
                null,
                OPENED,
                NEXT,
                "Sam",
                null,
                null,
                false));

    assertThat(rendered.subject()).contains("Waiting for a supplier");
    assertThat(rendered.text())
        .contains("You do not need to do anything.")
        .doesNotContain("Please reply");
  }

  @Test
  void aLetterGreetsOnceAndIsSignedByWhoWroteIt() {
    String english = letter(Locale.ENGLISH, NotificationEvent.UPDATE, "The part is here.").text();
    String german =
        letter(Locale.GERMAN, NotificationEvent.UPDATE, "Guten Tag Ada,\n\ndas Teil ist da.")
            .text();

    assertThat(english)
        .startsWith("Hello Ada,\n\nThe part is here.\n\nMaya Chen\nYour service desk\n")
        .doesNotContain("There is news");
    assertThat(german)
        .startsWith("Guten Tag Ada,\n\ndas Teil ist da.\n\nMaya Chen\nIhr Service Desk\n")
        .containsOnlyOnce("Guten Tag");
    assertThat(
            letter(Locale.ENGLISH, NotificationEvent.UPDATE, "Dear Ada, done.\n\nMaya Chen").text())
        .startsWith("Dear Ada, done.\n\nMaya Chen\n\nYour service desk\n");
  }

  @Test
  void theHtmlOfALetterSaysTheSameAsItsText() {
    String html =
        Jsoup.parse(letter(Locale.ENGLISH, NotificationEvent.UPDATE, "Dear Ada,\n\nDone.").html())
            .text();

    assertThat(html).contains("Dear Ada, Done. Maya Chen Your service desk We will");
    assertThat(html).doesNotContain("Hello", "There is news");
  }

  @Test
  void aLetterThatWaitsOrResolvesSaysSoBelowItsSignature() {
    assertThat(letter(Locale.ENGLISH, NotificationEvent.ON_HOLD, "Dear Ada, which one?").text())
        .containsSubsequence(
            "Dear Ada, which one?",
            "Maya Chen",
            "We cannot continue with incident INC-2026-000123 until we hear from you.",
            "Please reply by");
    assertThat(letter(Locale.GERMAN, NotificationEvent.RESOLVED, "Läuft wieder.").text())
        .containsSubsequence(
            "Guten Tag Ada,", "Läuft wieder.", "Maya Chen", "Die Störung INC-2026-000123 wurde");
  }

  @Test
  void anAgentWhoGreetsInANoteIsNotAnnouncedByASecondGreeting() {
    TemplateInput note = letterOf(Locale.ENGLISH, NotificationEvent.ON_HOLD, "Hi Ada, which one?");
    RenderedMessage rendered = templates.render(asNote(note));

    assertThat(rendered.text()).startsWith("Hi Ada, which one?\n\nMaya Chen\n");
  }

  @Test
  void aClientsOwnWordsGreetAndSignWithTheirNamesFilledIn() {
    ClientView client = aClient();
    words.keep(
        client,
        new ClientTemplate(
            NotificationEvent.UPDATE,
            Locale.ENGLISH,
            null,
            "Dear {recipient}, about {number}:",
            null,
            "The crew of {client}"));
    TemplateInput input = letterOf(Locale.ENGLISH, NotificationEvent.UPDATE, "Done.");

    assertThat(templates.render(withClient(input, client)).text())
        .startsWith("Dear Ada, about INC-2026-000123:\n\nDone.\n\nMaya Chen\nThe crew of Acme\n")
        .doesNotContain("Hello");
  }

  private RenderedMessage letter(Locale language, NotificationEvent event, String text) {
    return templates.render(letterOf(language, event, text));
  }

  private static TemplateInput letterOf(Locale language, NotificationEvent event, String text) {
    TemplateInput given =
        message(event, Audience.REQUESTER, language, "Ada", "Printer", text, NEXT);
    return new TemplateInput(
        event,
        Audience.REQUESTER,
        language,
        BERLIN,
        "Ada",
        "acme",
        "Acme",
        given.incident(),
        text,
        OPENED,
        NEXT,
        null,
        null,
        "Maya Chen",
        true);
  }

  private static TemplateInput asNote(TemplateInput of) {
    return new TemplateInput(
        of.event(),
        of.audience(),
        of.language(),
        of.zone(),
        of.recipientName(),
        of.client(),
        of.clientName(),
        of.incident(),
        of.detail(),
        of.at(),
        of.nextAt(),
        of.assigneeName(),
        of.link(),
        of.authorName(),
        false);
  }

  private static TemplateInput withClient(TemplateInput of, ClientView client) {
    return new TemplateInput(
        of.event(),
        of.audience(),
        of.language(),
        of.zone(),
        of.recipientName(),
        client.code(),
        of.clientName(),
        withClient(of.incident(), client.id()),
        of.detail(),
        of.at(),
        of.nextAt(),
        of.assigneeName(),
        of.link(),
        of.authorName(),
        of.isLetter());
  }

  @Test
  void aClientHearsItsOwnWordsAndThoseInsideTheShippedOnes() {
    ClientView client = aClient();
    words.keep(
        client,
        new ClientTemplate(
            NotificationEvent.RECEIVED,
            Locale.ENGLISH,
            "Ahoy, {title}",
            "Noted as {number}.",
            null,
            "The crew"));

    RenderedMessage outside = templates.render(of(client, Audience.REQUESTER));
    RenderedMessage inside = templates.render(of(client, Audience.TEAM));

    assertThat(outside.subject()).isEqualTo("[INC-2026-000123] Ahoy, Printer");
    assertThat(outside.text())
        .contains("Noted as INC-2026-000123.", "The crew", "You will hear from us");
    assertThat(inside.text()).doesNotContain("Noted as");

    words.remove(client, NotificationEvent.RECEIVED, Locale.ENGLISH);
    assertThat(templates.render(of(client, Audience.REQUESTER)).subject())
        .isEqualTo("[INC-2026-000123] We have received your report: Printer");
  }

  @Test
  void wordsWithANameThatNobodyKnowsAreRefused() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                words.keep(
                    aClient(),
                    new ClientTemplate(
                        NotificationEvent.CLOSED,
                        Locale.ENGLISH,
                        null,
                        "Hi {password}",
                        null,
                        null)))
        .withMessageContaining("{password}");
  }

  @Test
  void theLanguagesSayTheSameThings() throws IOException {
    Set<Object> english = book("en").keySet();

    assertThat(book("de").keySet()).isEqualTo(english);
    for (NotificationEvent event : NotificationEvent.builtIn()) {
      assertThat(english)
          .contains(
              event + ".subject", event + ".opening", event + ".next", event + ".next.unknown");
    }
  }

  private TemplateInput of(ClientView client, Audience audience) {
    TemplateInput message =
        message(NotificationEvent.RECEIVED, audience, Locale.ENGLISH, "Ada", "Printer", null, null);
    IncidentView incident = message.incident();
    return new TemplateInput(
        message.event(),
        audience,
        message.language(),
        BERLIN,
        "Ada",
        client.code(),
        client.name(),
        withClient(incident, client.id()),
        null,
        OPENED,
        null,
        null,
        null,
        null,
        false);
  }

  private ClientView aClient() {
    String code = "words-" + UUID.randomUUID().toString().substring(0, 8);
    return clients.register(
        new ClientView(0, code, "Client " + code, Tier.GOLD, BERLIN, Locale.ENGLISH, 5, 2, 2));
  }

  private static TemplateInput message(
      NotificationEvent event,
      Audience audience,
      Locale language,
      String name,
      String title,
      String detail,
      Instant next) {
    return new TemplateInput(
        event,
        audience,
        language,
        BERLIN,
        name,
        "acme",
        name.isEmpty() ? "Acme" : name,
        incident(title.isEmpty() ? "A title" : title, name, HoldReason.REQUESTER),
        detail,
        OPENED,
        next,
        name,
        null,
        null,
        false);
  }

  private static IncidentView incident(String title, String name, HoldReason hold) {
    return new IncidentView(
        "INC-2026-000123",
        -1,
        "acme",
        name == null ? null : new IncidentView.Requester(name, "a@b.example", null, false),
        Channel.EMAIL,
        title,
        "It stopped.",
        Status.ASSIGNED,
        name == null ? null : Priority.P2,
        Level.HIGH,
        Level.MEDIUM,
        null,
        name,
        name,
        null,
        Set.of(),
        hold == null ? null : new IncidentView.HoldView(hold, OPENED, NEXT, "sam"),
        0,
        0,
        null,
        name == null ? null : new IncidentView.Resolution(ResolutionCode.FIXED, "Done."),
        null,
        null,
        OPENED,
        null,
        null,
        java.util.List.of(),
        null);
  }

  private static IncidentView withClient(IncidentView of, long client) {
    return new IncidentView(
        of.number(),
        client,
        of.client(),
        of.requester(),
        of.channel(),
        of.subject(),
        of.description(),
        of.status(),
        of.priority(),
        of.impact(),
        of.urgency(),
        of.category(),
        of.service(),
        of.team(),
        of.assignee(),
        of.helpers(),
        of.hold(),
        0,
        0,
        null,
        of.resolution(),
        null,
        null,
        OPENED,
        null,
        null,
        java.util.List.of(),
        null);
  }

  private static Properties book(String language) throws IOException {
    Properties book = new Properties();
    try (Reader file =
        new InputStreamReader(
            MessageTemplatesIT.class.getResourceAsStream("/mail/words_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      book.load(file);
    }
    return book;
  }
}
