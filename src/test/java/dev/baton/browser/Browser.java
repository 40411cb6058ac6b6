package dev.baton.browser;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * A person's browser on the web applications. Headless Chromium delivers no key or mouse events to
 * their pages, so clicking and typing go through the page's own elements and events.
 */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ASKED_EVERY = Duration.ofMillis(100);

  /** A text that stays this long in a field stays there. */
  private static final Duration SETTLED = Duration.ofMillis(400);

  private static final Path PICTURES = Path.of("target", "screenshots");

  private final ChromeDriver driver;
  private final String base;

  /** On an empty page, for scripts that need no server. */
  Browser() {
    this("127.0.0.1", 0);
  }

  Browser(int port) {
    this("127.0.0.1", port);
  }

  /** Passkeys belong to a name, such as localhost: an address made of digits has none. */
  Browser(String host, int port) {
    ChromeOptions options = new ChromeOptions();
    NeedsChromium.Condition.browser().ifPresent(path -> options.setBinary(path.toString()));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1440,900");
    ChromeDriverService.Builder service = new ChromeDriverService.Builder();
    NeedsChromium.Condition.driver()
        .ifPresent(path -> service.usingDriverExecutable(path.toFile()));
    driver = new ChromeDriver(service.build(), options);
    base = "http://" + host + ":" + port;
  }

  /** From now on the device makes passkeys, and its owner's finger is always at hand. */
  void plugInAuthenticator() {
    driver.addVirtualAuthenticator(
        new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true));
  }

  void signIn(String path, String login, String password) {
    driver.get(base + path);
    awaitElement("input[type=password]");
    type("form input[type=text]", login);
    type("input[type=password]", password);
    click("button[type=submit]", "");
    await("the sign-in is over", "return !document.querySelector('input[type=password]')");
  }

  /** As if the session had ended on the server: the browser still sends its cookie. */
  void expireSession() {
    Cookie session =
        driver.manage().getCookies().stream()
            .filter(cookie -> cookie.isHttpOnly() && !cookie.getValue().isEmpty())
            .findFirst()
            .orElseThrow();
    driver.manage().deleteCookie(session);
    driver
        .manage()
        .addCookie(
            new Cookie.Builder(session.getName(), session.getValue().replaceAll("[A-Ya-y0-8]", "z"))
                .path(session.getPath())
                .isHttpOnly(true)
                .build());
  }

  /** Does it in a second window and comes back to the first. */
  void inAnotherWindow(Runnable work) {
    String here = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    work.run();
    driver.close();
    driver.switchTo().window(here);
  }

  void open(String path) {
    driver.get(base + path);
  }

  /** Clicks the first such element that shows the text, as soon as there is one that works. */
  void click(String selector, String text) {
    await(
        "to click " + selector + " '" + text + "'",
        """
        const found = [...document.querySelectorAll(arguments[0])].find(
            e => e.textContent.includes(arguments[1]) && !e.disabled && e.offsetParent !== null);
        if (!found || found.closest('.htmx-settling, .htmx-added')) return false;
        found.click();
        return true;
        """,
        selector,
        text);
  }

  /**
   * Opens the form of the task whose card shows all the texts, until it shows the first of them: a
   * list that is drawn anew forgets a click.
   */
  void openTask(String... texts) {
    await(
        "the task " + String.join(", ", texts),
        """
        const form = document.querySelector('.fjs-form');
        const title = document.querySelector('.task-details h2, h2');
        if (form && form.textContent.includes(arguments[0])
            && title && title.textContent.includes(arguments[1])) return true;
        const card = [...document.querySelectorAll('li.task')].find(
            e => [...arguments].every(text => e.textContent.includes(text)));
        if (card && !card.classList.contains('active')) card.querySelector('h4 a').click();
        else if (card && !form) [...document.querySelectorAll('.task-card .nav-tabs a')].find(
            tab => tab.textContent.trim() === 'Form')?.click();
        return false;
        """,
        (Object[]) texts);
  }

  /** Clicks as a hand does, once there is such an element: the page cannot tell the difference. */
  void clickByMouse(String selector, String text) {
    await(
        "to see " + selector + " '" + text + "'",
        """
        const found = [...document.querySelectorAll(arguments[0])].find(
            e => e.textContent.includes(arguments[1]) && !e.disabled && e.offsetParent !== null);
        document.querySelectorAll('[data-aim]').forEach(e => e.removeAttribute('data-aim'));
        found?.setAttribute('data-aim', '');
        found?.scrollIntoView({block: 'center', behavior: 'instant'});
        return !!found;
        """,
        selector,
        text);
    driver.findElement(By.cssSelector("[data-aim]")).click();
  }

  /** Drags one element onto another as a hand does; lets go only if asked to. */
  void drag(String from, String to, boolean letsGo) {
    awaitElement(".baton-drag-ready");
    awaitElement(from);
    awaitElement(to);
    ask("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", from);
    Actions hand =
        new Actions(driver)
            .moveToElement(driver.findElement(By.cssSelector(from)))
            .clickAndHold()
            .moveByOffset(8, 0)
            .moveToElement(driver.findElement(By.cssSelector(to)));
    (letsGo ? hand.release() : hand).perform();
  }

  /** Opens the hand that holds something. */
  void letGo() {
    new Actions(driver).release().perform();
  }

  /**
   * What somebody did with their hands.
   *
   * @param clicks of the mouse
   * @param fields whose content changed by typing or clicking
   * @param keys that are no text in a field: shortcuts, Enter, Tab, arrows
   */
  record Acts(long clicks, long fields, long keys) {}

  /** From the next page on, counts what comes from mouse and keyboard, and no event of a script. */
  void countActs() {
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of(
            "source",
            """
            {
              const count = (kind, what) => {
                const acts = JSON.parse(sessionStorage.getItem('acts') ?? '{}');
                acts[kind] = [...(acts[kind] ?? []), what];
                sessionStorage.setItem('acts', JSON.stringify(acts));
              };
              const on = (event, kind, what, counts = () => true) =>
                addEventListener(
                  event, e => e.isTrusted && counts(e) && count(kind, what(e)), true);
              const isText = ({key, ctrlKey, metaKey, target}) =>
                key.length === 1 && !ctrlKey && !metaKey && target.matches('input, textarea');
              on('pointerdown', 'clicks', e => e.target.id);
              on('input', 'fields', e => location.pathname + (e.target.name || e.target.id));
              on('keydown', 'keys', e => e.key, e =>
                !isText(e) && !['Control', 'Shift', 'Alt', 'Meta'].includes(e.key));
            }
            """));
  }

  /** What was counted since the last time. */
  Acts acts() {
    List<?> counted =
        (List<?>)
            driver.executeScript(
                """
                const acts = JSON.parse(sessionStorage.getItem('acts') ?? '{}');
                sessionStorage.removeItem('acts');
                return [acts.clicks ?? [], [...new Set(acts.fields)], acts.keys ?? []]
                    .map(all => all.length);
                """);
    return new Acts((long) counted.get(0), (long) counted.get(1), (long) counted.get(2));
  }

  /** Types until the field keeps the text: a form that is still being drawn forgets it. */
  void type(String selector, String text) {
    await(
        SETTLED,
        "to type into " + selector,
        """
        const field = document.querySelector(arguments[0]);
        if (!field) return false;
        if (field.value === arguments[1] && field.dataset.typed === arguments[1]) return true;
        const kind = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, arguments[1]);
        field.dispatchEvent(new Event('input', {bubbles: true}));
        field.dispatchEvent(new Event('change', {bubbles: true}));
        field.dataset.typed = arguments[1];
        return false;
        """,
        selector,
        text);
  }

  /** Chooses a text file in a field for files. */
  void upload(String selector, String name, String content) {
    await(
        "to choose a file",
        """
        const field = document.querySelector(arguments[0]);
        if (!field) return false;
        const files = new DataTransfer();
        files.items.add(new File([arguments[2]], arguments[1], {type: 'text/csv'}));
        field.files = files.files;
        return true;
        """,
        selector,
        name,
        content);
  }

  /** Chooses from a list of a form. */
  void choose(String field, String option) {
    await(
        "to open the list " + field,
        """
        const shown = document.querySelector(`[id$=${arguments[0]}-display]`);
        if (!shown) return false;
        shown.parentElement.dispatchEvent(new MouseEvent('mousedown', {bubbles: true}));
        shown.parentElement.dispatchEvent(new MouseEvent('click', {bubbles: true}));
        document.querySelector(`input[id$=${arguments[0]}]`).focus();
        return true;
        """,
        field);
    await(
        "to choose " + option,
        """
        const found = [...document.querySelectorAll('.fjs-dropdownlist-item')].find(
            e => e.textContent.includes(arguments[0]));
        if (!found) return false;
        found.dispatchEvent(new MouseEvent('mousedown', {bubbles: true}));
        found.click();
        return true;
        """,
        option);
    await(
        "the list shows " + option,
        "return document.querySelector(`[id$=${arguments[0]}-display]`)"
            + ".textContent.includes(arguments[1])",
        field,
        option);
  }

  /** Chooses in a select of our own pages. */
  void choosePlain(String selector, String option) {
    new Select(driver.findElement(By.cssSelector(selector))).selectByVisibleText(option);
  }

  /** Presses a key where the focus is. */
  void press(CharSequence key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  void awaitText(String selector, String text) {
    await(
        selector + " to show '" + text + "'",
        "return [...document.querySelectorAll(arguments[0])]"
            + ".some(e => e.textContent.includes(arguments[1]))",
        selector,
        text);
  }

  private void awaitElement(String selector) {
    await(selector, "return !!document.querySelector(arguments[0])", selector);
  }

  private void await(String what, String script, Object... arguments) {
    await(ASKED_EVERY, what, script, arguments);
  }

  private void await(Duration askedEvery, String what, String script, Object... arguments) {
    new WebDriverWait(driver, PATIENCE)
        .pollingEvery(askedEvery)
        .withMessage(() -> "Waiting for " + what + "; see " + picture("waiting"))
        .ignoring(JavascriptException.class)
        .until(page -> Boolean.TRUE.equals(driver.executeScript(script, arguments)));
  }

  /** Waits until it is true of the page. */
  void awaitThat(String what, String script, Object... arguments) {
    await(what, script, arguments);
  }

  /** What axe-core finds serious or critical within the element, each with where it is. */
  List<String> barriers(String within) {
    return new AxeBuilder()
        .include(within).analyze(driver).getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getNodes().stream()
                            .map(node -> node.getTarget() + " " + node.getHtml())
                            .toList())
            .toList();
  }

  /** As on a telephone, or wide again. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** As if the system were set to dark. */
  void dark() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
  }

  /** Pages and scripts speak this language from here on. */
  void speak(String language) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Emulation.setUserAgentOverride",
        Map.of("userAgent", ask("return navigator.userAgent"), "acceptLanguage", language));
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
  }

  /** Waits until the script makes something else of the page than before. */
  void awaitChange(String script, Object before) {
    new WebDriverWait(driver, PATIENCE)
        .pollingEvery(ASKED_EVERY)
        .withMessage(() -> "Waiting for a change of " + before + "; see " + picture("waiting"))
        .until(page -> !Objects.equals(driver.executeScript(script), before));
  }

  /** What a script makes of the page. */
  Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Keeps what the page looks like under {@code target/screenshots}. */
  Path picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      return Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
