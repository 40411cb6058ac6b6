package dev.baton.mail;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Files in the envelope that Outlook sends as {@code winmail.dat}: the attachments' names and
 * bytes. The rest of the envelope, and what is cut off, is left where it is.
 */
final class Tnef {

  private static final int SIGNATURE = 0x223E9F78;
  private static final int NEW_FILE = 0x00069002;
  private static final int TITLE = 0x00018010;
  private static final int DATA = 0x0006800F;
  private static final int PROPERTIES = 0x00069005;
  private static final int LONG_NAME = 0x3707;
  private static final int MOST = 100;

  private final List<MailAttachment> files = new ArrayList<>();
  private String title;
  private String longName;
  private byte[] data;

  private Tnef() {}

  static boolean isOne(byte[] content) {
    return content.length > 6 && little(content).getInt() == SIGNATURE;
  }

  static List<MailAttachment> files(byte[] content, List<String> defects) {
    Tnef envelope = new Tnef();
    try {
      envelope.read(little(content));
    } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
      defects.add("a winmail.dat that is cut off or broken");
    }
    envelope.closeFile();
    return envelope.files;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void read(ByteBuffer in) {
    in.position(6);
    while (in.remaining() >= 11) {
      in.get();
      int attribute = in.getInt();
      byte[] value = bytes(in, in.getInt());
      in.getShort();
      switch (attribute) {
        case NEW_FILE -> closeFile();
        case TITLE -> title = Charsets.decode(value, null);
        case DATA -> data = value;
        case PROPERTIES -> longName(little(value));
        default -> {
          // Of no use here.
        }
      }
    }
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] value = new byte[length];
    in.get(value);
    return value;
  }

  /** Looks through MAPI properties for the name as it was; the title is often in 8.3. */
  private void longName(ByteBuffer in) {
    int count = in.getInt();
    for (int i = 0; i < count && in.remaining() >= 4; i++) {
      int type = in.getShort() & 0xFFFF;
      int id = in.getShort() & 0xFFFF;
      if (id >= 0x8000) {
        skipName(in);
      }
      boolean wide = (type & 0xFFF) == 0x1F;
      if (wide || (type & 0xFFF) == 0x1E) {
        byte[] value = null;
        int values = in.getInt();
        for (int v = 0; v < values; v++) {
          value = padded(in);
        }
        if (id == LONG_NAME && value != null) {
          longName = Charsets.decode(value, wide ? "utf-16le" : null);
        }
      } else if (!skip(in, type)) {
        return;
      }
    }
  }

  private static void skipName(ByteBuffer in) {
    in.position(in.position() + 16);
    if (in.getInt() == 0) {
      in.getInt();
    } else {
      padded(in);
    }
  }

  private static byte[] padded(ByteBuffer in) {
    int length = in.getInt();
    byte[] value = bytes(in, length);
    in.position(Math.min(in.limit(), in.position() + (4 - length % 4) % 4));
    return value;
  }

  private static boolean skip(ByteBuffer in, int type) {
    switch (type) {
      case 0x02, 0x03, 0x04, 0x0A, 0x0B -> in.getInt();
      case 0x05, 0x06, 0x07, 0x14, 0x40 -> in.getLong();
      case 0x48 -> in.position(in.position() + 16);
      case 0x0D, 0x102 -> {
        int values = in.getInt();
        for (int v = 0; v < values; v++) {
          padded(in);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void closeFile() {
    String name = longName == null ? title : longName;
    if (data != null && name != null && files.size() < MOST) {
      String plain = name.replace("\0", "");
      files.add(Attachments.of(plain, "application/octet-stream", data, null));
    }
    title = null;
    longName = null;
    data = null;
  }
}
