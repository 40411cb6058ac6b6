package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.flow.model.ModelPicture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webjars.WebJarVersionLocator;

/**
 * Draws the pictures that are out of date, with the viewer of bpmn.io. It is no test and runs only
 * in the Maven profile {@code pictures}; {@code ModelPicturesTest} says when it is needed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawModelPictures {

  /** Room around the drawing, in pixels: lines at its edge have a width. */
  private static final int MARGIN = 10;

  /**
   * Draws one model. A label gets the place and the width that it has in the model (this version of
   * the viewer would break every line after 90 pixels); a label of one line gets some room to
   * spare, for a browser without Arial. It is anchored at its middle and so stays centred in any
   * font. The viewer's random ids are replaced by numbers, so that a picture changes only where its
   * model does. The white background keeps it readable on a dark page.
   */
  private static final String DRAW =
      """
      const [model, margin] = arguments;
      document.body.innerHTML = '<div style="width:2400px;height:1400px"></div>';
      const modelLabels = {__init__: [['textRenderer', 'bpmnRenderer', (text, renderer) => {
        text.getExternalLabelBounds = bounds => bounds;
        renderer.handlers.label = (parent, label) => {
          const place = label.businessObject.di.label?.bounds ?? label;
          const width = place.width + (place.height < 20 ? 16 : 2);
          const drawn = text.createText(label.businessObject.name, {
            box: {width: width, height: label.height},
            align: 'center-top',
            style: text.getExternalStyle()});
          drawn.setAttribute('transform', `translate(${(label.width - width) / 2}, 0)`);
          return parent.appendChild(drawn);
        };
      }]]};
      const viewer = new BpmnJS({
        container: document.body.firstChild,
        additionalModules: [modelLabels],
        textRenderer: {defaultStyle: {
          fontFamily: 'Arial, Liberation Sans, DejaVu Sans Condensed, sans-serif'}}});
      return viewer.importXML(model).then(() => {
        document.querySelectorAll('.djs-hit, .djs-outline').forEach(unseen => unseen.remove());
        for (const line of document.querySelectorAll('.djs-visual text tspan')) {
          const id = line.closest('[data-element-id]').dataset.elementId;
          const element = viewer.get('elementRegistry').get(id);
          if (element.type === 'bpmn:TextAnnotation') continue;
          const middle = Number(line.getAttribute('x')) + line.getComputedTextLength() / 2;
          line.setAttribute('x', Math.round(middle * 10) / 10);
          line.setAttribute('text-anchor', 'middle');
        }
        return viewer.saveSVG();
      }).then(({svg}) => {
        const seen = [];
        const named = svg.replace(/[a-z-]+-white-[a-z]+-[0-9a-z]{20,}/g, id => {
          if (!seen.includes(id)) seen.push(id);
          return 'marker-' + (seen.indexOf(id) + 1);
        });
        const [, box] = named.match(/<svg [^>]*viewBox="([^"]*)"/);
        const [x, y, width, height] = box.split(' ').map(Number);
        const place = {
          x: Math.floor(x) - margin, y: Math.floor(y) - margin,
          width: Math.ceil(width) + 2 * margin, height: Math.ceil(height) + 2 * margin};
        const head = `<svg xmlns="http://www.w3.org/2000/svg"`
            + ` xmlns:xlink="http://www.w3.org/1999/xlink" width="${place.width}"`
            + ` height="${place.height}" viewBox="${place.x} ${place.y} ${place.width}`
            + ` ${place.height}"><rect x="${place.x}" y="${place.y}" width="100%"`
            + ` height="100%" fill="white"/>`;
        viewer.destroy();
        return '<!-- created with bpmn-js / http://bpmn.io -->\\n'
            + named.slice(named.indexOf('<svg')).replace(/<svg [^>]*>/, head)
                .replaceAll('><g', '>\\n<g');
      });
      """;

  private Browser browser;

  @BeforeAll
  void openAnEmptyPageWithTheViewer() throws IOException {
    assertThat(NeedsChromium.Condition.browser()).as("Chromium on the path").isPresent();
    assertThat(NeedsChromium.Condition.driver()).as("chromedriver on the path").isPresent();
    browser = new Browser();
    browser.ask(viewer());
  }

  @AfterAll
  void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  static List<ModelPicture> pictures() {
    return ModelPicture.all();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void draw(ModelPicture picture) {
    if (!picture.isUpToDate()) {
      picture.save((String) browser.ask(DRAW, picture.modelText(), MARGIN));
    }

    assertThat(picture.isUpToDate()).isTrue();
  }

  private static String viewer() throws IOException {
    String path =
        new WebJarVersionLocator().fullPath("bpmn-js", "dist/bpmn-viewer.production.min.js");
    try (InputStream script = DrawModelPictures.class.getClassLoader().getResourceAsStream(path)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
