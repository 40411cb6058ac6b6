package dev.baton.fuzz;

import dev.baton.calendar.ICalendarHolidays;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.incident.SearchWords;
import dev.baton.mail.MailParser;
import dev.baton.sla.AgreementYaml;
import dev.baton.sla.InvalidDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Inputs made of a seed: grammars of what the parsers read, mutated by repeating, nesting, cutting,
 * splicing and flipping. Each is read or refused with the exception that its reader declares.
 */
public final class FuzzedInputs {

  private static final int LARGEST = 60_000;

  /** Below this the clock of a thread says little of the cost of each byte. */
  private static final int SMALLEST_TIMED = 10_000;

  private static final List<String> SHAPES = List.copyOf(HostileMails.all().keySet());
  private static final String[] CALENDAR = {
    "BEGIN:VCALENDAR\r\n",
    "END:VCALENDAR\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "DTSTART;VALUE=DATE:20260101\r\n",
    "DTSTART:20260101T080000Z\r\n",
    "DTEND;VALUE=DATE:20260105\r\n",
    "RRULE:FREQ=YEARLY\r\n",
    "RRULE:FREQ=SECONDLY\r\n",
    "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-1\r\n",
    "RRULE:FREQ=MONTHLY;BYDAY=5MO;COUNT=99\r\n",
    "EXDATE;VALUE=DATE:20260101,20260102\r\n",
    "RDATE;VALUE=DATE:20270101\r\n",
    "SUMMARY:a\r\n",
    " b\r\n",
    "UID:u\r\n",
    "BEGIN:VTIMEZONE\r\n",
    "END:VTIMEZONE\r\n",
    "TZID:X\r\n",
    "DURATION:P1D\r\n",
    "DTSTART;TZID=X:20260101T000000\r\n",
    "STATUS:CANCELLED\r\n",
    "VERSION:2.0\r\n"
  };
  private static final String[] YAML = {
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
  private static final String[] WORDS = {
    "inc-2026-000001", "a", " ", "\"", "+", "*", "\u0301", "\u0323", "printer", "%", "\ufdfa"
  };

  private FuzzedInputs() {}

  /** What became of them; a failure is an input that was neither read nor refused. */
  public record Outcome(
      long bytes,
      int read,
      int refused,
      double slowestPerMb,
      String slowest,
      List<String> failures) {}

  public static Outcome readAll(long seed, int count) {
    long bytes = 0;
    int read = 0;
    int refused = 0;
    double slowest = 0;
    String name = "none";
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long ownSeed = seed + i;
      Random dice = new Random(ownSeed);
      int kind = dice.nextInt(10);
      byte[] input = input(kind, dice);
      boolean[] isRefused = new boolean[1];
      long cost =
          Costs.of(
              () -> {
                try {
                  read(kind, input);
                } catch (InvalidCalendar | InvalidDefinition declared) {
                  isRefused[0] = true;
                } catch (RuntimeException | Error undeclared) {
                  failures.add("kind %d, seed %d: %s".formatted(kind, ownSeed, undeclared));
                }
              });
      bytes += input.length;
      refused += isRefused[0] ? 1 : 0;
      read += isRefused[0] ? 0 : 1;
      double perMb = cost / 1e9 / (input.length / 1e6);
      if (input.length >= SMALLEST_TIMED && perMb > slowest) {
        slowest = perMb;
        name = "kind %d, seed %d, %d bytes".formatted(kind, seed + i, input.length);
      }
    }
    return new Outcome(bytes, read - failures.size(), refused, slowest, name, failures);
  }

  private static void read(int kind, byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    switch (kind) {
      case 0, 1 -> ICalendarHolidays.read(new ByteArrayInputStream(input));
      case 2 -> AgreementYaml.read(text);
      case 3 -> new SearchWords(text).all();
      default -> new MailParser().parse(input);
    }
  }

  private static byte[] input(int kind, Random dice) {
    byte[] input =
        switch (kind) {
          case 0, 1 -> tokens(CALENDAR, dice);
          case 2 -> tokens(YAML, dice);
          case 3 -> tokens(WORDS, dice);
          default -> mail(dice);
        };
    return mutated(input, dice);
  }

  /** Now and then a large one; a calendar mostly begins as one. */
  private static int size(Random dice) {
    return dice.nextInt(20) == 0
        ? 10_000 + dice.nextInt(LARGEST - 10_000)
        : 20 + dice.nextInt(1_500);
  }

  private static byte[] tokens(String[] tokens, Random dice) {
    int size = size(dice);
    StringBuilder text =
        new StringBuilder(tokens == CALENDAR ? "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" : "");
    while (text.length() < size) {
      String token = tokens[dice.nextInt(tokens.length)];
      text.append(token.repeat(dice.nextInt(8) == 0 ? 1 + dice.nextInt(200) : 1));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mail(Random dice) {
    byte[] one = HostileMails.of(SHAPES.get(dice.nextInt(SHAPES.size())), size(dice));
    if (dice.nextInt(3) > 0) {
      return one;
    }
    byte[] other = HostileMails.of(SHAPES.get(dice.nextInt(SHAPES.size())), size(dice));
    int cut = dice.nextInt(one.length);
    int from = dice.nextInt(other.length);
    byte[] spliced = new byte[cut + other.length - from];
    System.arraycopy(one, 0, spliced, 0, cut);
    System.arraycopy(other, from, spliced, cut, other.length - from);
    return spliced;
  }

  private static byte[] mutated(byte[] input, Random dice) {
    for (int flips = dice.nextInt(4); flips > 0 && input.length > 0; flips--) {
      input[dice.nextInt(input.length)] = (byte) dice.nextInt(256);
    }
    return input;
  }
}
