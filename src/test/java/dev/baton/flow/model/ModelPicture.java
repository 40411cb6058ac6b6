package dev.baton.flow.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The picture of a model that the documentation shows: an SVG file named after its model. A comment
 * in it holds the SHA-256 of the model it was drawn from, whatever the line ends of the checkout.
 */
public record ModelPicture(Path model) {

  /** Draws every picture that is missing or out of date. */
  public static final String COMMAND = "mvn -Ppictures test";

  static final Path FOLDER = Path.of("src", "docs", "images");

  /** One for each BPMN model in {@code processes/}. */
  public static List<ModelPicture> all() {
    return ModelFiles.flows().stream().map(ModelPicture::new).toList();
  }

  public Path file() {
    return FOLDER.resolve(model.getFileName().toString().replaceFirst("bpmn$", "svg"));
  }

  public boolean isUpToDate() {
    return Files.exists(file()) && read(file()).contains(fingerprint());
  }

  public String modelText() {
    return read(model);
  }

  /** Writes the picture with the fingerprint of its model on top. */
  public void save(String svg) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file(), fingerprint() + "\n" + svg + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(modelText().getBytes(StandardCharsets.UTF_8));
      String name = model.getFileName().toString();
      return "<!-- Drawn from " + name + ", SHA-256 " + HexFormat.of().formatHex(hash) + " -->";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
