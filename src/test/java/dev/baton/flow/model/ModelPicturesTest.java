package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelPicturesTest {

  static List<ModelPicture> pictures() {
    return ModelPicture.all();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void thePictureShowsTheModelAsItIs(ModelPicture picture) {
    assertThat(picture.isUpToDate())
        .as(
            "%s is missing or out of date; run: %s",
            picture.file().toString().replace('\\', '/'), ModelPicture.COMMAND)
        .isTrue();
  }

  @Test
  void everyPictureHasAModel() {
    assertThat(ModelFiles.in(ModelPicture.FOLDER, ".svg"))
        .containsExactlyInAnyOrderElementsOf(pictures().stream().map(ModelPicture::file).toList());
  }
}
