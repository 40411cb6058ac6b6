package dev.baton.flow.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** The files of a request, by the names that their senders gave them. */
public final class UploadedFiles {

  private static final int LONGEST_NAME = 255;

  private UploadedFiles() {}

  /**
   * A form without a chosen file sends one without a name.
   *
   * @throws InvalidInput if two have the same name
   */
  public static Map<String, byte[]> of(List<MultipartFile> parts) {
    Map<String, byte[]> files = new HashMap<>();
    for (MultipartFile part : parts == null ? List.<MultipartFile>of() : parts) {
      String name = StringUtils.getFilename(StringUtils.cleanPath(name(part)));
      if (StringUtils.hasText(name) && files.put(name, content(part)) != null) {
        throw new InvalidInput("file", LocalizableText.of("refused.flow.sameName", name));
      }
    }
    return files;
  }

  private static String name(MultipartFile part) {
    String name = part.getOriginalFilename() == null ? "" : part.getOriginalFilename();
    if (name.length() > LONGEST_NAME) {
      throw new InvalidInput("file", LocalizableText.of("refused.flow.longName", LONGEST_NAME));
    }
    return name;
  }

  private static byte[] content(MultipartFile part) {
    try {
      return part.getBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
