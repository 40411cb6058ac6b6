package dev.baton.mail;

import dev.baton.mail.mime.Charsets;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts the attachments from TNEF, which Outlook sends as {@code winmail.dat}. Other attributes
 * and truncated data are ignored.
 */
final class Tnef {

  private static final int SIGNATURE = 0x223E9F78;
  private static final int ATTACH_REND_DATA = 0x00069002;
  private static final int ATTACH_TITLE = 0x00018010;
  private static final int ATTACH_DATA = 0x0006800F;
  private static final int ATTACHMENT_PROPERTIES = 0x00069005;
  private static final int PR_ATTACH_LONG_FILENAME = 0x3707;
  private static final int MAX_FILES = 100;

  private final List<MailAttachment> files = new ArrayList<>();
  private String title;
  private String longName;
  private byte[] data;

  private Tnef() {}

  static boolean isTnef(byte[] content) {
    return content.length > 6 && little(content).getInt() == SIGNATURE;
  }

  static List<MailAttachment> files(byte[] content, List<String> defects) {
    Tnef tnef = new Tnef();
    try {
      tnef.read(little(content));
    } catch (BufferUnderflowException | IllegalArgumentException truncated) {
      defects.add("truncated or malformed winmail.dat");
    }
    tnef.closeFile();
    return tnef.files;
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
        case ATTACH_REND_DATA -> closeFile();
        case ATTACH_TITLE -> title = Charsets.decode(value, null);
        case ATTACH_DATA -> data = value;
        case ATTACHMENT_PROPERTIES -> longName(little(value));
        default -> {
          // Other attributes do not matter here.
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

  /** Searches the MAPI properties for the original name; the title is often an 8.3 name. */
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
        if (id == PR_ATTACH_LONG_FILENAME && value != null) {
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
    if (data != null && name != null && files.size() < MAX_FILES) {
      String plain = name.replace("\0", "");
      files.add(AttachmentReader.of(plain, "application/octet-stream", data, null));
    }
    title = null;
    longName = null;
    data = null;
  }
}
