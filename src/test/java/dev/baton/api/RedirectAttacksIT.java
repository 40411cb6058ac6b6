package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is led off to another site, before or after the sign-in. */
class RedirectAttacksIT extends ApiDesk {

  /** How an address begins that leads to another site, or to a script. */
  private static final String ELSEWHERE =
      "(//|/\\\\|\\\\|https?:/*evil|javascript:|data:text|@evil)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/%2f/evil.example",
        "/.evil.example//x",
        "@evil.example",
        "/\tevil.example",
        "/x\r\nLocation: https://evil.example"
      })
  void aWishForAnotherSiteIsForgotten(String wish) {
    String asked = URLEncoder.encode(wish, StandardCharsets.UTF_8);
    ApiClient.Answer page =
        nobody()
            .send(
                nobody()
                    .request("/sign-in?continue=" + asked)
                    .setHeader("Accept", "text/html")
                    .GET());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContainPattern("(value|href|src|action)=\"" + ELSEWHERE);

    ApiClient.Answer signedIn =
        nobody()
            .send(
                nobody()
                    .request("/sign-in")
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "login=agent&password=" + PASSWORD + "&continue=" + asked)));
    assertThat(String.valueOf(signedIn.header("Location"))).doesNotContainPattern("^" + ELSEWHERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/x", "/\\evil.example", "/https://evil.example"})
  void noAddressLeadsOff(String path) {
    for (ApiClient somebody : new ApiClient[] {nobody(), agent}) {
      String address = path.replace("\\", "%5c");
      ApiClient.Answer answer =
          somebody.send(somebody.request(address).setHeader("Accept", "text/html").GET());
      assertThat(String.valueOf(answer.header("Location")))
          .doesNotStartWith("//")
          .doesNotStartWith("https://evil")
          .doesNotStartWith("/\\");
    }
  }
}
