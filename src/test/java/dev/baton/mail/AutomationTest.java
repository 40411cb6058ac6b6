package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomationTest {

  private static Mail with(String... headers) {
    String raw = String.join("\r\n", headers) + "\r\nTo: desk@baton.example\r\n\r\nwords";
    if (!raw.contains("From:")) {
      raw = "From: Jane <jane@example.org>\r\n" + raw;
    }
    return new MailParser().parse(raw.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Auto-Submitted: auto-replied | AUTO_REPLY",
        "Auto-Submitted: auto-replied (vacation) | AUTO_REPLY",
        "AUTO-SUBMITTED: Auto-Generated | AUTO_GENERATED",
        "Auto-Submitted: auto-notified; owner-email=a@example.org | AUTO_GENERATED",
        "Auto-Submitted: anything | AUTO_GENERATED",
        "Precedence: bulk | BULK",
        "Precedence: list | BULK",
        "Precedence: JUNK | BULK",
        "Precedence: auto_reply | AUTO_REPLY",
        "X-Precedence: bulk | BULK",
        "X-Auto-Response-Suppress: All | AUTO_GENERATED",
        "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply | AUTO_GENERATED",
        "X-Auto-Response-Suppress: OOF | AUTO_GENERATED",
        "X-Autoreply: yes | AUTO_REPLY",
        "X-Autorespond: absence | AUTO_REPLY",
        "X-Autoresponder: 1 | AUTO_REPLY",
        "X-AutoReply-From: a@example.org | AUTO_REPLY",
        "X-POST-MessageClass: 9; Autoresponder | AUTO_REPLY",
        "List-Id: Staff <staff.example.org> | BULK",
        "List-Unsubscribe: <https://example.org/u> | BULK",
        "List-Post: <mailto:staff@example.org> | BULK",
        "Mailing-List: contact staff@example.org | BULK",
        "X-BeenThere: staff@example.org | BULK",
        "X-OTRS-Loop: 1 | AUTO_GENERATED",
        "X-RT-Loop-Prevention: example.org | AUTO_GENERATED",
        "X-Cron-Env: <SHELL=/bin/sh> | AUTO_GENERATED",
        "Return-Path: <> | MAIL_SYSTEM",
        "Return-Path: < > | MAIL_SYSTEM",
        "Return-Path: <MAILER-DAEMON> | MAIL_SYSTEM",
        "From: MAILER-DAEMON@example.org | MAIL_SYSTEM",
        "From: Mail Delivery Subsystem <x@example.org> | MAIL_SYSTEM",
        "From: postmaster@example.org | MAIL_SYSTEM",
        "From: no-reply@example.org | AUTO_GENERATED",
        "From: Shop <shop.noreply@example.org> | AUTO_GENERATED",
        "From: do_not_reply@example.org | AUTO_GENERATED",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b |"
            + " AUTO_REPLY",
      })
  void headersRevealAutomaticMail(String header, Automation automation) {
    Mail mail = with(header);
    assertThat(mail.automation()).isEqualTo(automation);
    assertThat(mail.mayBeAnswered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Auto-Submitted: No (a person wrote it)",
        "Precedence: first-class",
        "Precedence: special-delivery",
        "X-Auto-Response-Suppress: DR, RN, NRN",
        "X-Auto-Response-Suppress: None",
        "X-Autoreply: no",
        "Return-Path: <jane@example.org>",
        "From: Norbert Replyson <norbert@example.org>",
        "From: Post Master <anna.postmann@example.org>",
        "X-Mailer: Microsoft Outlook 16.0",
        "Subject: Out of office phones in hall 3",
        "Subject: Automatic door reply is broken",
        "Subject: Re: Automatic reply: we need it off",
        "Subject: AW: Abwesenheitsnotiz einrichten",
        "Subject: Abwesenheitsnotizen lassen sich nicht einrichten",
        "Subject: Vacation planner does not open",
        "Subject: The auto reply setting fails",
        "Subject: Fwd: Out of office",
      })
  void personalMailIsNotTakenForAutomaticMail(String header) {
    Mail mail = with(header);
    assertThat(mail.automation()).isEqualTo(Automation.NONE);
    assertThat(mail.mayBeAnswered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Automatic reply: printer",
        "Out of Office",
        "Out of Office: printer",
        "Out of office - back Monday",
        "Out of Office AutoReply: printer",
        "Autoreply: printer",
        "Auto-Response: printer",
        "Abwesenheitsnotiz",
        "Abwesenheitsnotiz: Drucker",
        "Automatische Antwort: Drucker",
        "Réponse automatique : imprimante",
        "Absent du bureau",
        "Respuesta automática: impresora",
        "Risposta automatica: stampante",
        "Fuori sede",
        "Automatisch antwoord: printer",
        "Afwezigheidsbericht",
        "Autosvar: printer",
        "Automatiskt svar: skrivare",
        "Automatisk svar: printer",
        "Frånvaromeddelande",
        "Autoodpowiedź: drukarka",
        "Odpowiedź automatyczna: drukarka",
        "Resposta automática: impressora",
        "Автоматический ответ: принтер",
        "Автоответ",
        "自動応答: プリンタ",
        "自动答复: 打印机",
        "자동 회신: 프린터",
        "Automatická odpověď: tiskárna",
        "Otomatik yanıt: yazıcı",
        "Automaattinen vastaus: tulostin",
        "[Auto-Reply] printer"
      })
  void recognisesOutOfOfficeSubjectsInManyLanguages(String subject) {
    Automation automation = with("Subject: " + subject).automation();
    assertThat(automation).isEqualTo(Automation.AUTO_REPLY);
  }

  @Test
  void anAutoReplyWithAnEmptyReturnPathIsAnAutoReply() {
    assertThat(with("Return-Path: <>", "Auto-Submitted: auto-replied").automation())
        .isEqualTo(Automation.AUTO_REPLY);
  }

  @Test
  void ourOwnMailComingBackIsALoop() {
    Mail mail = with("X-Baton-Loop: baton.example", "X-Loop: desk@baton.example");
    assertThat(mail.loopMarks()).containsExactly("baton.example", "desk@baton.example");
    assertThat(mail.mayBeAnswered()).isFalse();
  }
}
