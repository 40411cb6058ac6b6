package dev.baton.mail;

import java.util.regex.Pattern;

/**
 * Subjects of out-of-office notes in many languages. A phrase counts only at the start and before a
 * colon, a dash or the end, so that "Out of office phones" remains a person's mail.
 */
final class OutOfOfficeSubjects {

  private static final String PHRASES =
      String.join(
          "|",
          "out[ -]of[ -](the[ -])?office( auto-?( ?reply| ?response))?( reply| message|"
              + " notification| notice)?",
          "(i am |i'm )?(currently )?out of (the )?office("
              + " (until|till|from|between|returning)\\b.*)?",
          "auto(matic|mated)?[ -]?(email )?(reply|response|answer)( from.*)?",
          "auto(-| )?(reply|respond(er)?|response)",
          "away from (my )?(desk|office|e?-?mail)",
          "(on )?(vacation|annual leave|maternity leave|parental leave)( reply| notice| message)?",
          "i'?( a)?m (on|away on) (vacation|annual leave|holiday)s?( .*)?",
          "abwesenheits(notiz|nachricht|benachrichtigung|meldung|assistent)( .*)?",
          "abwesenheit( vom .*)?",
          "(ich bin )?(derzeit |zur zeit |momentan )?(nicht im (b\u00fcro|haus)|abwesend|au\u00dfer"
              + " haus)( (bis|vom|ab)\\b.*)?",
          "automatische (antwort|r\u00fcckantwort|e-?mail-?antwort|nachricht)( .{0,3}von .*)?",
          "urlaubs(notiz|nachricht|benachrichtigung|abwesenheit)",
          "im urlaub( (bis|vom)\\b.*)?",
          "r\u00e9ponse automatique( d'absence)?( du bureau)?",
          "reponse automatique",
          "absen(t|ce|te) d[ue] bureau",
          "(message|notification|avis) d[' ]absence",
          "absent\\(?e?\\)? du bureau( .*)?",
          "respuesta autom\u00e1tica",
          "respuesta automatica",
          "fuera de (la )?oficina",
          "ausente de la oficina",
          "risposta automatica",
          "(messaggio|notifica) (automatico|di assenza)( .*)?",
          "fuori (sede|ufficio)",
          "assente dall'ufficio( .*)?",
          "automatisch(e)? (antwoord|beantwoording|bericht|reactie)",
          "afwezig(heid)?(s?bericht|smelding| assistent)?( .{0,3}(tot|van)\\b.*)?",
          "niet aanwezig",
          "autoodpowied\u017a",
          "odpowied\u017a automatyczna",
          "automatyczna odpowied\u017a",
          "poza biurem",
          "nieobecno\u015b\u0107( w biurze)?",
          "nie ma mnie w biurze",
          "autosvar",
          "automatisk (svar|besvarelse|tilbagemelding)",
          "automatiskt svar",
          "fr\u00e5nvaro(meddelande|besked)?",
          "frav\u00e6r(smeddelelse|smelding|sbesked)?",
          "ikke (til stede|p\u00e5 kontoret)",
          "ej p\u00e5 kontoret",
          "automaattinen vastaus",
          "poissa toimistolta",
          "poissaoloviesti",
          "resposta autom\u00e1tica",
          "resposta automatica",
          "fora do escrit\u00f3rio",
          "ausente do escrit\u00f3rio",
          "ausência tempor\u00e1ria",
          "\u0430\u0432\u0442\u043e\u043c\u0430\u0442\u0438\u0447\u0435\u0441\u043a\u0438\u0439"
              + " \u043e\u0442\u0432\u0435\u0442",
          "\u0430\u0432\u0442\u043e\u043e\u0442\u0432\u0435\u0442",
          "\u0432\u043d\u0435 \u043e\u0444\u0438\u0441\u0430",
          "\u0430\u0432\u0442\u043e\u043c\u0430\u0442\u0438\u0447\u043d\u0430"
              + " \u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u044c",
          "automatick\u00e1 odpov\u011b\u010f",
          "automatick\u00e1 odpove\u010f",
          "mimo kancel\u00e1\u0159",
          "nep\u0159\u00edtomnost( v kancel\u00e1\u0159i)?",
          "automatikus v\u00e1lasz",
          "h\u00e1zon k\u00edv\u00fcl",
          "r\u0103spuns automat",
          "otomatik (yan\u0131t|cevap)",
          "ofis d\u0131\u015f\u0131nda",
          "\u03b1\u03c5\u03c4\u03cc\u03bc\u03b1\u03c4\u03b7"
              + " \u03b1\u03c0\u03ac\u03bd\u03c4\u03b7\u03c3\u03b7",
          "samodejni odgovor",
          "automatski odgovor",
          "automatinis atsakymas",
          "autom\u0101tisk\u0101 atbilde",
          "automaatvastus",
          "tr\u1ea3 l\u1eddi t\u1ef1 \u0111\u1ed9ng",
          "balasan otomatis",
          "\u0627\u0644\u0631\u062f \u0627\u0644\u062a\u0644\u0642\u0627\u0626\u064a",
          "\u0631\u062f \u062a\u0644\u0642\u0627\u0626\u064a",
          "\u05ea\u05e9\u05d5\u05d1\u05d4 \u05d0\u05d5\u05d8\u05d5\u05de\u05d8\u05d9\u05ea",
          "\u81ea\u52d5\u5fdc\u7b54",
          "\u81ea\u52d5\u8fd4\u4fe1",
          "\u4e0d\u5728\u901a\u77e5",
          "\u5916\u51fa\u4e2d",
          "\u81ea\u52a8(\u7b54\u590d|\u56de\u590d)",
          "\u81ea\u52d5\u56de\u8986",
          "\u4e0d\u5728\u529e\u516c\u5ba4",
          "\uc790\ub3d9 ?(\ud68c\uc2e0|\uc751\ub2f5|\ub2f5\uc7a5)",
          "\ubd80\uc7ac ?\uc911( ?\uc54c\ub9bc)?");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)^\\[("
              + PHRASES
              + ")\\].*|^[\\[(<*\\s]*("
              + PHRASES
              + ")[\\])>*]*\\s*([:\uFF1A\u2013\u2014!|(\\[].*|- .*|-|\\.|$)");

  private OutOfOfficeSubjects() {}

  static boolean matches(String subject) {
    return SUBJECT.matcher(subject.length() > 300 ? subject.substring(0, 300) : subject).find();
  }
}
