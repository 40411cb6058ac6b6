package dev.baton.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyExtractorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Fri, 20 Nov 2026 at 10:15, Desk <desk@baton.example> wrote:",
        "On Nov 20, 2026, at 10:15 AM, Desk <desk@baton.example>\nwrote:",
        "Am 20.11.2026 um 10:15 schrieb Desk <desk@baton.example>:",
        "Am Fr., 20. Nov. 2026 um 10:15 Uhr schrieb Desk\n<desk@baton.example>:",
        "Le 20/11/2026 à 10:15, Desk a écrit :",
        "Le ven. 20 nov. 2026 à 10:15, Desk <desk@baton.example> a\nécrit :",
        "El 20/11/2026 a las 10:15, Desk escribió:",
        "El vie, 20 nov 2026 a las 10:15, Desk (<desk@baton.example>) escribió:",
        "Il 20/11/2026 10:15, Desk ha scritto:",
        "Il giorno ven 20 nov 2026 alle ore 10:15 Desk <desk@baton.example> ha scritto:",
        "Op 20-11-2026 om 10:15 schreef Desk:",
        "Op vr 20 nov 2026 om 10:15 schreef Desk <desk@baton.example>:",
        "W dniu 20.11.2026 o 10:15, Desk pisze:",
        "pt., 20 lis 2026 o 10:15 Desk <desk@baton.example> napisał(a):",
        "Den 20.11.2026 kl. 10.15 skrev Desk:",
        "Den fre. 20. nov. 2026 kl. 10.15 skrev Desk <desk@baton.example>:",
        "fre. 20. nov. 2026 kl. 10:15 skrev Desk <desk@baton.example>:",
        "Den 2026-11-20 kl. 10:15, skrev Desk:",
        "Em sex., 20 de nov. de 2026 às 10:15, Desk <desk@baton.example> escreveu:",
        "20.11.2026 10:15, Desk пишет:",
        "пт, 20 нояб. 2026 г. в 10:15, Desk <desk@baton.example>:",
        "Desk <desk@baton.example> 于2026年11月20日周五 10:15写道：",
        "在 2026/11/20 10:15, Desk 写道:",
        "2026年11月20日(金) 10:15 Desk <desk@baton.example>:",
        "2026/11/20 10:15、Desk <desk@baton.example>のメール:",
        "2026년 11월 20일 (금) 오전 10:15, Desk <desk@baton.example>님이 작성:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "From: Desk <desk@baton.example>\n"
            + "Sent: Friday, November 20, 2026 10:15 AM\n"
            + "To: Jane\n"
            + "Subject: printer\n",
        "________________________________\n"
            + "Von: Desk <desk@baton.example>\n"
            + "Gesendet: Freitag, 20. November 2026 10:15\n"
            + "An: Jane\n"
            + "Betreff: Drucker\n",
        "De : Desk <desk@baton.example>\n"
            + "Envoyé : vendredi 20 novembre 2026 10:15\n"
            + "À : Jane\n"
            + "Objet : imprimante\n",
        "De: Desk <desk@baton.example>\n"
            + "Enviado el: viernes, 20 de noviembre de 2026 10:15\n"
            + "Para: Jane\n"
            + "Asunto: impresora\n",
        "Da: Desk <desk@baton.example>\n"
            + "Inviato: venerdì 20 novembre 2026 10:15\n"
            + "A: Jane\n"
            + "Oggetto: stampante\n",
        "Van: Desk <desk@baton.example>\n"
            + "Verzonden: vrijdag 20 november 2026 10:15\n"
            + "Aan: Jane\n"
            + "Onderwerp: printer\n",
        "Od: Desk <desk@baton.example>\n"
            + "Wysłano: piątek, 20 listopada 2026 10:15\n"
            + "Do: Jane\n"
            + "Temat: drukarka\n",
        "Från: Desk <desk@baton.example>\n"
            + "Skickat: den 20 november 2026 10:15\n"
            + "Till: Jane\n"
            + "Ämne: skrivare\n",
        "От: Desk <desk@baton.example>\n"
            + "Отправлено: 20 ноября 2026 г. 10:15\n"
            + "Кому: Jane\n"
            + "Тема: принтер\n",
        "发件人: Desk <desk@baton.example>\n发送时间: 2026年11月20日 10:15\n收件人: Jane\n主题: 打印机\n",
        "差出人: Desk <desk@baton.example>\n送信日時: 2026年11月20日 10:15\n宛先: Jane\n件名: プリンタ\n",
        "보낸 사람: Desk <desk@baton.example>\n보낸 날짜: 2026년 11월 20일\n받는 사람: Jane\n제목: 프린터\n",
        "*From:* Desk <desk@baton.example>\n*Sent:* Friday\n*To:* Jane\n*Subject:* printer\n",
      })
  void removesQuotedTextBelowInManyLanguages(String header) {
    boolean marked = header.contains("wrote") || header.endsWith(":") || header.endsWith("：");
    String quotation = marked ? "> It prints.\n> Blank pages.\n" : "It prints.\nBlank pages.\n";
    assertThat(
            ReplyExtractor.ofText("It works now.\n\nThanks, Jane\n\n" + header + "\n" + quotation))
        .isEqualTo("It works now.\n\nThanks, Jane");
    assertThat(
            ReplyExtractor.ofText(
                "It works now.\n\nThanks, Jane\n\n" + header + "\n\nIt prints.\n"))
        .isEqualTo("It works now.\n\nThanks, Jane");
  }

  @Test
  void keepsAnswersBetweenQuotedLines() {
    String text =
        "On Fri, 20 Nov 2026, Desk <desk@baton.example> wrote:\n> Is it plugged in?\n\nYes.\n\n"
            + "> Which floor?\nThe third.\n\n> Thanks\n> Desk\n";
    assertThat(ReplyExtractor.ofText(text)).isEqualTo("Yes.\n\nThe third.");
  }

  @Test
  void keepsAnAnswerBelowTheQuotedText() {
    assertThat(
            ReplyExtractor.ofText(
                "Am 20.11.2026 schrieb Desk:\n> Geht es?\n> Desk\n\nJa, danke.\n"))
        .isEqualTo("Ja, danke.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nJane Doe\nExample Ltd",
        "--\nJane",
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy S9",
        "Get Outlook for iOS",
        "Get Outlook for Android",
        "Von meinem iPhone gesendet",
        "Gesendet von Mail für Windows",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Wysłane z iPhone'a",
        "Skickat från min iPhone",
        "Sendt fra min iPhone",
        "Enviado do meu iPhone",
        "Отправлено с iPhone",
        "发自我的 iPhone",
        "iPhoneから送信",
        "나의 iPhone에서 보냄",
        "_______________________________________________\nstaff mailing list\nstaff@example.org"
      })
  void removesSignatures(String signature) {
    assertThat(ReplyExtractor.ofText("It works now.\n\n" + signature + "\n"))
        .isEqualTo("It works now.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Monday it worked, on Tuesday it did not:\nnothing happened.",
        "From: the beginning it was slow.\nThat is all.",
        "Date: Monday\nTime: 10:00\nRoom: 3",
        "The error is:\n> cannot open file\nand then it stops.",
        "Options:\n- one\n- two\n\n-v prints more",
        "He wrote:\nnothing at all.",
        "See below.\n\n"
            + "---------- Forwarded message ---------\n"
            + "From: joe@example.org\n"
            + "Date: Friday\n\n"
            + "Help",
        "Hi",
      })
  void keepsTextThatOnlyLooksQuoted(String text) {
    assertThat(ReplyExtractor.ofText(text)).isEqualTo(text);
  }

  @Test
  void returnsTheWholeTextIfNothingWouldRemain() {
    String text = "On Fri, 20 Nov 2026, Desk <desk@baton.example> wrote:\n> only a quotation";
    assertThat(ReplyExtractor.ofText(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='gmail_quote'><div>On Fri, Nov 20, 2026 Desk &lt;d@b.example&gt;"
            + " wrote:</div><blockquote>old</blockquote></div>",
        "<div class='moz-cite-prefix'>On 11/20/26 10:15, Desk wrote:<br></div><blockquote"
            + " type='cite'>old</blockquote>",
        "<div id='appendonsend'></div><hr><div id='divRplyFwdMsg'><b>Von:</b>"
            + " Desk</div><div>old</div>",
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Desk"
            + " &lt;d@b.example&gt;<br><b>Sent:</b> Friday</p></div><p>old</p>",
        "<div>Am 20.11.2026 um 10:15 schrieb Desk:</div><blockquote>old</blockquote>",
        "<span id='OLK_SRC_BODY_SECTION'><b>From:</b> Desk<br>old</span>",
        "<hr><b>From:</b> d@b.example<br><b>Sent:</b> Friday<br><b>To:</b> Jane<br>old",
        "<div class='yahoo_quoted'>old</div>",
      })
  void removesQuotedTextFromHtml(String quotation) {
    assertThat(ReplyExtractor.ofHtml("<p>It works now.</p>" + quotation))
        .isEqualTo("It works now.");
  }

  @Test
  void keepsAnswersBelowQuotedHtml() {
    String html =
        "<div>On Fri, 20 Nov 2026, Desk &lt;d@b.example&gt; wrote:</div>"
            + "<blockquote type='cite'>Is it plugged in?</blockquote><p>Yes.</p>"
            + "<blockquote type='cite'>Which floor?</blockquote><p>Third.</p>";
    assertThat(ReplyExtractor.ofHtml(html)).isEqualTo("Yes.\n\nThird.");
  }
}
