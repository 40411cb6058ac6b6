package dev.baton.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds a winmail.dat (TNEF) that contains one file. */
final class TnefBuilder {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TnefBuilder() {}

  static byte[] withFile(String title, String longName, String content) {
    TnefBuilder builder = new TnefBuilder();
    builder.out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    builder.attribute(0x00069002, new byte[14]);
    builder.attribute(0x00018010, (title + "\0").getBytes(StandardCharsets.US_ASCII));
    builder.attribute(0x0006800F, content.getBytes(StandardCharsets.UTF_8));
    byte[] name = (longName + "\0").getBytes(StandardCharsets.UTF_16LE);
    int padding = (4 - name.length % 4) % 4;
    ByteBuffer properties = ByteBuffer.allocate(24 + name.length + padding);
    properties.order(ByteOrder.LITTLE_ENDIAN);
    properties.putInt(2).putShort((short) 3).putShort((short) 0x3705).putInt(1);
    properties.putShort((short) 0x1F).putShort((short) 0x3707).putInt(1).putInt(name.length);
    properties.put(name);
    builder.attribute(0x00069005, properties.array());
    return builder.out.toByteArray();
  }

  private void attribute(int id, byte[] value) {
    out.writeBytes(little(9).put((byte) 2).putInt(id).putInt(value.length).array());
    out.writeBytes(value);
    out.writeBytes(new byte[2]);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
