// What the plug-ins share: elements, requests, times, and redrawing without disturbing anybody.

export const german = navigator.language.startsWith('de');
const LANGUAGE = german ? 'de' : 'en';

/** The text in the person's language. */
export const say = words => words[LANGUAGE];

function made(node, attributes, children) {
  Object.entries(attributes).forEach(([key, value]) => {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  });
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

/** An element with attributes; texts become text nodes, never markup. */
export const element = (name, attributes, ...children) =>
  made(document.createElement(name), attributes, children);

export const drawn = (name, attributes, ...children) =>
  made(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

async function answered(request) {
  const answer = await request;
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw Object.assign(new Error(problem.detail ?? 'status ' + answer.status), {
    status: answer.status,
    detail: problem.detail
  });
}

/** JSON by GET; the error has a status if there was an answer. */
export const read = (address, signal) =>
  answered(
    fetch(address, {
      headers: {Accept: 'application/json', 'Accept-Language': LANGUAGE, 'X-Requested-With': 'XMLHttpRequest'},
      credentials: 'same-origin',
      signal
    })
  );

const cookie = name =>
  document.cookie
    .split('; ')
    .find(one => one.startsWith(name + '='))
    ?.slice(name.length + 1) ?? '';

/** JSON by POST, with the CSRF token. */
export const write = (address, body = {}) =>
  answered(
    fetch(address, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Accept-Language': LANGUAGE,
        'Content-Type': 'application/json',
        'X-Requested-With': 'XMLHttpRequest',
        'X-BATON-CSRF': decodeURIComponent(cookie('BATON-CSRF')) || 'none'
      },
      credentials: 'same-origin',
      body: JSON.stringify(body)
    })
  );

/** The message for somebody whose request failed. */
export function trouble({status, detail}) {
  if (status === 401)
    return say({
      en: 'Your session has expired. Sign in again in another window; this page will then continue.',
      de: 'Ihre Sitzung ist abgelaufen. Melden Sie sich in einem anderen Fenster an; diese Seite wird dann fortgesetzt.'
    });
  if (status === 403)
    return (
      say({en: 'You are not allowed to see or do this. ', de: 'Dazu fehlt Ihnen die Berechtigung. '}) +
      (detail ?? '')
    );
  if (status && status < 500 && detail) return detail;
  return say({
    en: 'Baton is not responding. Trying again automatically.',
    de: 'Baton antwortet nicht. Es wird automatisch erneut versucht.'
  });
}

const UNITS = {en: {d: 'd', h: 'h', m: 'min', s: 's'}, de: {d: 'T', h: 'Std', m: 'Min', s: 's'}};

/** Two units at most: 3 d 4 h, 36 min, 12 s. */
export function amount(seconds) {
  const unit = UNITS[LANGUAGE];
  const whole = Math.round(Math.abs(seconds));
  const parts = [
    [Math.floor(whole / 86400), unit.d],
    [Math.floor((whole % 86400) / 3600), unit.h],
    [Math.floor((whole % 3600) / 60), unit.m]
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return `${whole} ${unit.s}`;
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(part => part.join(' '))
    .join(' ');
}

/** Such as in 3 h or 2 d ago, measured from now unless another instant is given. */
export function distance(text, from = Date.now()) {
  const away = (new Date(text) - from) / 1000;
  const far = amount(Math.floor(Math.abs(away) / 60) * 60);
  if (Math.abs(away) < 60) return say({en: 'just now', de: 'gerade eben'});
  if (away < 0) return say({en: `${far} ago`, de: `vor ${far}`});
  return say({en: `in ${far}`, de: `in ${far}`});
}

const LOCALE = LANGUAGE === 'de' ? 'de' : 'en-GB';

/** The person's time zone, once the server has named it; until then the browser's. */
let timeZone;

export function inZone(name) {
  timeZone = name || undefined;
}

/** In the person's language and zone, with 24 hours as on all pages. */
export function time(text) {
  if (!text) return '–';
  const at = new Date(text);
  const shown = at.toLocaleString(LOCALE, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone
  });
  const full = at.toLocaleString(LOCALE, {dateStyle: 'full', timeStyle: 'long', timeZone});
  return element('time', {datetime: at.toISOString(), title: full}, shown);
}

export const clockTime = text => new Date(text).toLocaleTimeString(LOCALE, {timeZone});

const keyOf = node => (node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null);

const alike = (old, fresh) => old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);

function morphAttributes(old, fresh) {
  [...old.attributes].forEach(({name}) => {
    if (!fresh.hasAttribute(name) && !(name === 'open' && old.nodeName === 'DETAILS')) {
      old.removeAttribute(name);
    }
  });
  [...fresh.attributes].forEach(({name, value}) => {
    if (name === 'open' && old.nodeName === 'DETAILS') return; // as the person left it
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  });
}

/**
 * Makes the old node equal to the fresh one and leaves alone what is the same: nothing flickers, and
 * focus, selection and unfolded details stay. Rows keep their identity by data-key.
 */
export function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  morphAttributes(old, fresh);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const keyed = new Map([...old.childNodes].filter(keyOf).map(child => [keyOf(child), child]));
  let place = old.firstChild;
  [...fresh.childNodes].forEach(child => {
    const known = keyOf(child) ? keyed.get(keyOf(child)) : place;
    if (known && alike(known, child)) {
      if (known === place) place = place.nextSibling;
      else old.insertBefore(known, place);
      morph(known, child);
    } else {
      old.insertBefore(child, place);
    }
  });
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({preventScroll: true});
}

/**
 * Repeats a request while its node is on the page and the page is visible, and at once when asked to.
 * An answer that a later one has overtaken is dropped.
 */
export class Live {
  constructor(node, every, turn) {
    Object.assign(this, {node, every, turn, round: 0, paused: false});
    this.ended = new AbortController();
    document.addEventListener('visibilitychange', () => !document.hidden && this.now(), {
      signal: this.ended.signal
    });
    this.now();
  }

  async now() {
    clearTimeout(this.timer);
    const round = ++this.round;
    const isLatest = () => round === this.round && !this.ended.signal.aborted;
    await this.turn(this.ended.signal, isLatest);
    if (!isLatest()) return;
    this.timer = setTimeout(() => this.again(), this.every);
  }

  again() {
    if (!this.node.isConnected) this.end();
    else if (document.hidden || this.paused) this.timer = setTimeout(() => this.again(), this.every);
    else this.now();
  }

  end() {
    clearTimeout(this.timer);
    this.ended.abort();
  }
}

/** Cockpit does not say which plug-in it unmounts; those whose node is gone end. */
export function ending(all) {
  setTimeout(
    () =>
      all.forEach(one => {
        if (one.node.isConnected) return;
        one.end();
        all.delete(one);
      }),
    0
  );
}
