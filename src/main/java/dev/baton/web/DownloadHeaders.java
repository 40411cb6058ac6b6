package dev.baton.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Serves untrusted files: always as a download, never inline, and without any permissions if a
 * browser shows them anyway.
 */
public final class DownloadHeaders {

  private DownloadHeaders() {}

  public static ResponseEntity<byte[]> of(String name, byte[] content) {
    ContentDisposition disposition =
        ContentDisposition.attachment().filename(plain(name), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .cacheControl(CacheControl.noStore())
        .body(content);
  }

  /** Without what is part of a path, or turns the direction of writing, or cannot be seen. */
  private static String plain(String name) {
    String plain = name.replaceAll("[\\p{C}/\\\\:*?\"<>|]", "_").strip();
    return plain.isEmpty() || plain.matches("[._]+") ? "file" : plain;
  }
}
