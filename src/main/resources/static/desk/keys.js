// Keyboard shortcuts of the desk's pages. Somebody who dictates, or whose keys send letters by
// accident, switches them off in the dialog that lists them; the choice stays in this browser.

const OFF = 'baton.keys.off';
const ROWS = '#incidents-found tbody tr, #contacts-found tbody tr, #majors-found tbody tr, .baton-inbox-messages li, .baton-neighbours li';

const dialog = () => document.querySelector('#baton-keys');

const isOff = () => {
  try {
    return localStorage.getItem(OFF) === 'yes';
  } catch (e) {
    return false;
  }
};

const takesLetters = element =>
  Boolean(element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, dialog, [contenteditable]'));

/** The link of the row after or before the one that has the focus. */
function step(forward) {
  const links = [...document.querySelectorAll(ROWS)].map(row => row.querySelector('a')).filter(Boolean);
  if (!links.length) return;
  const at = links.findIndex(link => link.closest(ROWS).contains(document.activeElement));
  const next = at < 0 ? (forward ? 0 : links.length - 1) : at + (forward ? 1 : -1);
  const link = links[Math.max(0, Math.min(links.length - 1, next))];
  link.focus();
  link.closest(ROWS).scrollIntoView({block: 'nearest'});
}

function reply() {
  const text = document.querySelector('#incident-message-text');
  if (text) {
    text.scrollIntoView({block: 'center'});
    text.focus();
    return;
  }
  const row = document.activeElement?.closest?.(ROWS);
  const link = row?.querySelector('a[href^="/desk/incidents/"]');
  if (link) location.href = link.getAttribute('href') + '#incident-message-text';
}

function claim() {
  document.querySelector('#act-CLAIM button')?.click();
}

function escalate() {
  const fold = document.querySelector('details#act-ESCALATE');
  if (!fold) return;
  fold.open = true;
  fold.querySelector('textarea, select, input')?.focus();
}

function macros() {
  document.querySelector('#incident-macros-button')?.click();
}

/** What the last act offers next, or what is mine. */
function next() {
  const offered = document.querySelector('.baton-next a');
  if (offered) offered.click();
  else location.href = '/desk';
}

/** For whom the navigation offers it. */
function call() {
  document.querySelector('.baton-top a[href="/desk/calls/new"]')?.click();
}

/** Ticks the row that has the focus. */
function tick() {
  document.activeElement?.closest?.(ROWS)?.querySelector('.baton-tick')?.click();
}

function search() {
  const field = document.querySelector('#filter-q, #search-q, #baton-find');
  if (field) {
    field.focus();
    field.select();
  } else {
    location.href = '/desk/search';
  }
}

const KEYS = {
  j: () => step(true),
  k: () => step(false),
  r: reply,
  a: claim,
  e: escalate,
  m: macros,
  x: tick,
  n: next,
  c: call,
  '/': search,
  '?': () => dialog()?.showModal()
};

document.addEventListener('keydown', event => {
  const {key, ctrlKey, metaKey, altKey, target} = event;
  if (ctrlKey || metaKey || altKey || event.defaultPrevented || takesLetters(target)) return;
  if (isOff() && key !== '?') return;
  const act = KEYS[key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('click', ({target}) => {
  if (target.closest?.('[data-keys]')) dialog()?.showModal();
});

document.addEventListener('change', ({target}) => {
  if (target.id !== 'baton-keys-on') return;
  try {
    if (target.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'yes');
  } catch (e) {
    // a browser that keeps nothing: they stay as they are
  }
});

const box = document.querySelector('#baton-keys-on');
if (box) box.checked = !isOff();

// Reply was chosen in a list.
if (location.hash === '#incident-message-text') reply();
