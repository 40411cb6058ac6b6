package dev.baton.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Words in any order between a beginning and an end, each now and then many times over: mostly
 * nonsense, but nonsense in the reader's own language. A § becomes a number.
 */
record Grammar(String begin, String end, String... tokens) {

  private static final String[] CALENDAR = {
    "BEGIN:VCALENDAR\r\n",
    "END:VCALENDAR\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "BEGIN:VEVENT\r\nUID:a§\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:b\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nUID:c§\r\nDTSTART:20260101T080000Z\r\nDTEND:20260101T160000Z\r\n"
        + "RRULE:FREQ=DAILY\r\nATTENDEE:mailto:a@b.example\r\nX-BATON-TEAM:desk\r\nEND:VEVENT\r\n",
    "DTSTART;VALUE=DATE:20260101\r\n",
    "DTSTART:20260101T080000Z\r\n",
    "DTEND;VALUE=DATE:20260105\r\n",
    "DTEND:20260101T160000Z\r\n",
    "RRULE:FREQ=YEARLY\r\n",
    "RRULE:FREQ=SECONDLY\r\n",
    "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-1\r\n",
    "RRULE:FREQ=MONTHLY;BYDAY=5MO;COUNT=99\r\n",
    "EXDATE;VALUE=DATE:20260101,20260102\r\n",
    "RDATE;VALUE=DATE:20270101\r\n",
    "RECURRENCE-ID:20260102T080000Z\r\n",
    "SUMMARY:a\r\n",
    " b\r\n",
    "UID:u\r\n",
    "ATTENDEE;CN=a:mailto:a@b.example\r\n",
    "X-BATON-LOGIN:theo\r\n",
    "X-BATON-TEAM:desk\r\n",
    "BEGIN:VTIMEZONE\r\n",
    "END:VTIMEZONE\r\n",
    "BEGIN:STANDARD\r\n",
    "END:STANDARD\r\n",
    "TZOFFSETFROM:+0200\r\n",
    "TZOFFSETTO:+0100\r\n",
    "TZID:X\r\n",
    "DURATION:P1D\r\n",
    "DTSTART;TZID=X:20260101T000000\r\n",
    "DTSTART;TZID=Europe/Berlin:20260101T000000\r\n",
    "STATUS:CANCELLED\r\n",
    "VERSION:2.0\r\n"
  };
  private static final String[] YAML = {
    "  - name: c§\n    zone: Europe/Berlin\n    week: {mon: [08:00-12:00, 13:00-17:00]}\n"
        + "    closed: {2026-12-24: Christmas Eve}\n",
    "calendars:\n",
    "agreements:\n",
    "- ",
    "  name: a\n",
    "  zone: Europe/Berlin\n",
    "&a ",
    "*a\n",
    "{",
    "}",
    "[",
    "]",
    ": ",
    ",",
    "? ",
    "|\n",
    ">\n",
    "'",
    "\"",
    "#a\n",
    "---\n",
    "  week: {mon: 08:00-12:00}\n",
    "!!java.net.URL ",
    "<<: ",
    "\t",
    "  closed: {2026-01-01: a}\n",
    "1e999",
    "9".repeat(40)
  };
  private static final String[] TABLE = {
    "<rule id='r§'><inputEntry id='e§'><text>\"a\"</text></inputEntry>"
        + "<outputEntry id='o§'><text>\"b\"</text></outputEntry></rule>",
    "<rule>",
    "</rule>",
    "<inputEntry id='x'><text>",
    "</text></inputEntry>",
    "<outputEntry id='y'><text>",
    "</text></outputEntry>",
    "<description>",
    "</description>",
    "<input id='i§'><inputExpression id='ie§' typeRef='string'><text>b</text></inputExpression>"
        + "</input>",
    "<output id='p§' name='p§' typeRef='string'/>",
    "<!-- a -->",
    "<![CDATA[a]]>",
    "&lt;",
    "&#x41;",
    "&a;",
    "<a",
    " b='c'",
    ">",
    "</decisionTable></decision><decision id='d2'>",
    "<informationRequirement id='q'><requiredDecision href='#d'/></informationRequirement>",
    "((",
    "[1..",
    "\"a\",",
    "if a then ",
    "for a in b return ",
    "function(a) external {",
    "${a.b}",
    "${((",
    "#{a[0]}",
    "x.class",
    "1e99",
    "not(",
    "date(\"2026-01-01\")",
    "\n",
    " ",
    "<?a b?>",
    "<x:a xmlns:x='http://camunda.org/schema/1.0/dmn' x:class='a'/>"
  };
  private static final String[] ALERTS = {
    "{\"status\":\"firing\",\"fingerprint\":\"f\",\"labels\":{\"alertname\":\"Disk\","
        + "\"instance\":\"db1\",\"severity\":\"page\"},\"annotations\":{\"summary\":\"full\"}},",
    "{\"status\":\"resolved\",\"fingerprint\":\"f§\",\"annotations\":{\"summary\":\"c\"},\"labels\":{\"alertname\":\""
        + "aaaaaaaaaa".repeat(9)
        + "\",\"instance\":\""
        + "aaaaaaaaaa".repeat(9)
        + "\"}},",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"labels\":",
    "\"annotations\":",
    "\"alerts\":[",
    "\"status\":\"firing\"",
    "\"fingerprint\":",
    "\"a\":",
    "\"a\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\\",
    "null",
    "true",
    "-0",
    "1e999999999",
    "9".repeat(90),
    "{\"a\":",
    "[[[[",
    "x",
    "\n",
    "\"instance\":\"xxxxxxxxxxxxxxxxxxxxxxx\","
  };
  private static final String[] LOG = {
    "INC1,New,0,0,a,b,1/2/2016 1:23,Phone,c,d,e,2 - Medium,2 - Medium,3 - Moderate,g,h,,\n",
    "INC2,Closed,1,0,a,b,29/2/2016 01:23,Phone,c,d,e,1 - High,1 - High,1 - Critical,g,h,"
        + "29/2/2016 02:00,5/3/2016 12:00\n",
    "\"",
    "\"\"",
    ",",
    "\n",
    "\r\n",
    "?",
    "a",
    " ",
    "\u00e9",
    "\"a,b\"",
    "32/1/2016 1:00",
    "-1",
    "99999999999",
    "\uFEFF"
  };
  private static final String LOG_HEADER =
      "number,incident_state,reassignment_count,reopen_count,caller_id,sys_updated_by,"
          + "sys_updated_at,contact_type,category,subcategory,u_symptom,impact,urgency,priority,"
          + "assignment_group,assigned_to,resolved_at,closed_at\n";
  private static final String[] WORDS = {
    "inc-2026-000001", "a", " ", "\"", "+", "*", "\u0301", "\u0323", "printer", "%", "\ufdfa"
  };
  private static final String DMN =
      "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='a' name='a'"
          + " namespace='n'><decision id='d' name='d'><decisionTable id='t'><input id='i'>"
          + "<inputExpression id='ie' typeRef='string'><text>a</text></inputExpression></input>"
          + "<output id='o1' name='o' typeRef='string'/>";

  static Grammar of(FuzzedInput.Kind kind) {
    return switch (kind) {
      case HOLIDAYS, SHIFTS ->
          new Grammar("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n", CALENDAR);
      case AGREEMENTS -> new Grammar("calendars:\n", "", YAML);
      case TABLE -> new Grammar(DMN, "</decisionTable></decision></definitions>", TABLE);
      case ALERTMANAGER, MAPPED_ALERTS ->
          new Grammar(
              "{\"groupKey\":\"g\",\"alerts\":[",
              "{\"fingerprint\":\"f\",\"labels\":{\"a\":\"b\"},\"annotations\":{\"summary\":\"c\"}}]}",
              ALERTS);
      case LOG -> new Grammar(LOG_HEADER, "\n", LOG);
      case SEARCH -> new Grammar("", "", WORDS);
      case MAIL -> throw new IllegalArgumentException("Mails have a grammar of their own");
    };
  }

  /** In one of three the whole entries alone, in another only what stands first in the list. */
  String text(Random dice, int size) {
    int all = dice.nextInt(2) == 0 ? tokens.length : Math.min(6, tokens.length);
    List<String> used = dice.nextInt(3) == 0 ? whole() : List.of(tokens).subList(0, all);
    StringBuilder text = new StringBuilder(begin);
    int number = 0;
    while (text.length() < size) {
      String token = used.get(dice.nextInt(used.size()));
      for (int times = dice.nextInt(8) == 0 ? 1 + dice.nextInt(200) : 1; times > 0; times--) {
        text.append(token.replace("§", String.valueOf(number++)));
      }
    }
    return text.append(end).toString();
  }

  /** The longest tokens are whole entries. */
  private List<String> whole() {
    List<String> whole = Stream.of(tokens).filter(token -> token.length() > 65).toList();
    return whole.isEmpty() ? List.of(tokens) : whole;
  }
}
