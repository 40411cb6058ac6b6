package dev.baton.signin;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every thirty seconds (RFC 6238): six digits, HMAC-SHA-1. */
final class Totp {

  static final int SECRET_BYTES = 20;

  private static final int STEP_SECONDS = 30;
  private static final int TOLERATED_STEPS = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static long stepAt(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * Returns the time step near the instant that has this code; a phone's clock may be half a minute
   * off.
   */
  static OptionalLong stepOf(byte[] secret, String code, Instant instant) {
    long now = stepAt(instant);
    return LongStream.rangeClosed(now - TOLERATED_STEPS, now + TOLERATED_STEPS)
        .filter(step -> code(secret, step).equals(code))
        .max();
  }

  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks HmacSHA1.", e);
    }
  }

  /** In Base32 (RFC 4648) without padding, as people type secrets and codes. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    long buffer = 0;
    int bits = 0;
    for (byte each : bytes) {
      buffer = (buffer << 8 | (each & 0xff)) & 0xffffff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((int) (buffer >> bits & 31)));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((int) (buffer << 5 - bits & 31)));
    }
    return text.toString();
  }

  /** The URI that an authenticator app reads from the QR code. */
  static String address(String login, byte[] secret) {
    String name = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/Baton:" + name + "?secret=" + base32(secret) + "&issuer=Baton";
  }
}
