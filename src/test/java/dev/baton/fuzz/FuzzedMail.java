package dev.baton.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A mail of one hostile shape, of two spliced together, or of many as parts in parts, each in the
 * transfer encoding and of the kind that the dice say.
 */
record FuzzedMail(String shape, byte[] bytes) {

  private static final List<String> SHAPES = List.copyOf(HostileMails.all().keySet());
  private static final String[] MULTIPARTS = {
    "mixed", "alternative", "related", "digest", "report; report-type=delivery-status", "signed"
  };
  private static final String[] HEADERS = {
    "From: a <a@b.example>",
    "To: b@c.example, c: d@e.example;",
    "Subject: =?utf-8?q?Re:_a?=",
    "Date: Mon, 1 Jan 2024 10:00:00 +0100",
    "Message-ID: <a@b>",
    "In-Reply-To: <c@d>",
    "Auto-Submitted: auto-replied",
    "X-Failed-Recipients: a@b.example",
    "List-Id: <a>",
    "Content-Disposition: attachment; filename=\"a.txt\"",
    "Content-ID: <a>",
    "Content-Type: text/html; charset=iso-8859-15",
    "Content-Type: text/calendar; method=REQUEST",
    "Content-Type: application/ms-tnef; name=winmail.dat",
    "Content-Type: message/rfc822",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "Authentication-Results: mx.example; dkim=pass header.d=b.example",
    "X-Loop: a"
  };
  private static final int DEEPEST = 8;

  static FuzzedMail of(Random dice, int size) {
    FuzzedMail mail =
        switch (dice.nextInt(4)) {
          case 0 -> nested(dice, size);
          case 1 -> spliced(dice, size);
          default -> one(dice, size);
        };
    return new FuzzedMail(mail.shape(), Mutation.of(mail.bytes(), dice));
  }

  private static FuzzedMail one(Random dice, int size) {
    String shape = SHAPES.get(dice.nextInt(SHAPES.size()));
    return new FuzzedMail(shape, HostileMails.of(shape, size));
  }

  private static FuzzedMail spliced(Random dice, int size) {
    FuzzedMail one = one(dice, size);
    FuzzedMail other = one(dice, size);
    return new FuzzedMail(
        one.shape() + " + " + other.shape(), Mutation.spliced(one.bytes(), other.bytes(), dice));
  }

  private static FuzzedMail nested(Random dice, int size) {
    StringBuilder shapes = new StringBuilder("parts");
    StringBuilder mail = new StringBuilder("From: a@b.example\r\n");
    part(dice, size, 0, mail, shapes);
    return new FuzzedMail(shapes.toString(), mail.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void part(
      Random dice, int size, int depth, StringBuilder mail, StringBuilder shapes) {
    for (int headers = dice.nextInt(4); headers > 0; headers--) {
      mail.append(HEADERS[dice.nextInt(HEADERS.length)]).append("\r\n");
    }
    if (depth == DEEPEST || depth > 0 && dice.nextInt(3) > 0) {
      FuzzedMail leaf = one(dice, Math.max(1, size));
      shapes.append(", ").append(leaf.shape());
      mail.append(new String(leaf.bytes(), StandardCharsets.ISO_8859_1));
      return;
    }
    String boundary = dice.nextInt(4) == 0 ? "b" : "b" + dice.nextInt(1_000_000);
    mail.append("Content-Type: multipart/")
        .append(MULTIPARTS[dice.nextInt(MULTIPARTS.length)])
        .append("; boundary=")
        .append(boundary)
        .append("\r\n");
    int parts = 1 + dice.nextInt(5);
    for (int i = 0; i < parts; i++) {
      mail.append("\r\n--").append(boundary).append("\r\n");
      part(dice, size / parts, depth + 1, mail, shapes);
    }
    mail.append("\r\n--").append(boundary).append("--\r\n");
  }
}
