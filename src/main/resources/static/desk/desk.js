// Browser side of the desk's pages and of the tab in Tasklist. htmx keeps the parts up to date without
// losing what somebody has typed or opened, and every writing request carries the CSRF token.

import htmx from '/webjars/htmx.org/dist/htmx.esm.js';
import * as drafts from './drafts.js';
import './chosen-files.js';
import './format.js';
import './combobox.js';
import './selection.js';
import './writing.js';

Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  scrollIntoViewOnBoost: false,
  // A refusal brings the current state of the parts with it.
  responseHandling: [
    {code: '204', swap: false},
    {code: '[23]..', swap: true},
    {code: '403|409|413|422', swap: true},
    {code: '[45]..', swap: false, error: true}
  ]
});

const cookie = name =>
  document.cookie
    .split('; ')
    .find(one => one.startsWith(name + '='))
    ?.slice(name.length + 1) ?? '';

const ours = element => Boolean(element?.closest?.('.baton-incident, .baton-list, .baton-call'));

/** The marks of the parts on the screen, so that the server sends only what has changed. */
function marks(panel) {
  const parameters = {'seen-person': panel.dataset.person ?? ''};
  panel.querySelectorAll('[data-seen]').forEach(part => {
    parameters['seen-' + part.id.replace('incident-', '')] = part.dataset.seen;
  });
  const timeline = panel.querySelector('[data-shown]');
  if (timeline) {
    const {order, shown, view} = timeline.dataset;
    Object.assign(parameters, {order, shown, view});
    if (timeline.dataset.from) parameters.from = timeline.dataset.from;
  }
  if (isWriting(panel)) parameters.writing = 'yes';
  return parameters;
}

/** When somebody last typed into a message. */
let typedAt = 0;

document.addEventListener('input', ({target}) => {
  if (target.id === 'incident-message-text') typedAt = Date.now();
});

const isWriting = panel =>
  Date.now() - typedAt < 60_000 && Boolean(panel.querySelector('#incident-message-text')?.value.trim());

document.addEventListener('htmx:configRequest', event => {
  const {elt, verb, headers, parameters} = event.detail;
  if (verb !== 'get') headers['X-BATON-CSRF'] = decodeURIComponent(cookie('BATON-CSRF')) || 'none';
  const panel = elt.closest('.baton-incident');
  if (!panel || elt.matches('[hx-params]')) return;
  Object.entries(marks(panel)).forEach(([name, value]) => parameters.set(name, value));
});

// No polling while the page is hidden.
document.addEventListener('htmx:confirm', event => {
  const {elt} = event.detail;
  if (document.hidden && elt.matches('.baton-news')) event.preventDefault();
  // A list stays as it is while somebody works in it.
  const list = elt.matches('.baton-list-news') && elt.closest('section');
  const begun = '.baton-tick:checked, [data-typed], .baton-act[open]';
  if (list && (list.contains(document.activeElement) || list.querySelector(begun))) {
    event.preventDefault();
  }
});

/** What somebody has typed and opened in a part, by element id. */
function kept(part) {
  const fields = [...part.querySelectorAll('textarea[id], input[id]:not([type=file]), select[id]')]
    .filter(field => field.dataset.typed)
    .map(({id, value, checked}) => ({id, value, checked}));
  const folds = [...part.querySelectorAll('details[id]')].map(({id, open}) => ({id, open}));
  const shown = [...part.querySelectorAll('.baton-fold[open] [id^=entry-]')].map(({id}) => id);
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  return {fields, folds, shown, focus: focused?.id, from: focused?.selectionStart, to: focused?.selectionEnd};
}

/** Opens what an entry of the timeline is folded into. */
function unfold(id) {
  const entry = document.getElementById(id);
  const fold = entry?.closest('.baton-fold');
  if (fold) fold.open = true;
  return entry;
}

/** Not every browser opens a fold for the address of what is in it. */
function showLinked() {
  const id = location.hash.slice(1);
  const entry = id.startsWith('entry-') && unfold(id);
  if (!entry) return;
  entry.scrollIntoView({block: 'center'});
  entry.focus({preventScroll: true});
}

addEventListener('hashchange', showLinked);

// An entry that is on the page needs no other one.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href*="#entry-"]');
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !isPlain || link.pathname !== location.pathname || !document.querySelector(link.hash)) return;
  event.preventDefault();
  history.pushState(history.state, '', link.href);
  showLinked();
});

function restore({fields, folds, shown, focus, from, to}) {
  folds.forEach(({id, open}) => {
    const fold = document.getElementById(id);
    if (fold) fold.open = open;
  });
  // An entry stays in sight, even if others have joined it.
  shown.forEach(unfold);
  fields.forEach(({id, value, checked}) => {
    const field = document.getElementById(id);
    if (field) {
      field.value = value;
      if (['checkbox', 'radio'].includes(field.type)) field.checked = checked;
      field.dataset.typed = 'yes';
    }
  });
  const place = focus && document.getElementById(focus);
  if (place && document.activeElement !== place) {
    place.focus({preventScroll: true});
    if (from != null && place.setSelectionRange) {
      try {
        place.setSelectionRange(from, to);
      } catch (e) {
        // a field without selectable text
      }
    }
  }
}

document.addEventListener('input', ({target}) => {
  if (ours(target)) target.dataset.typed = 'yes';
});

const places = new Map();

document.addEventListener('htmx:oobBeforeSwap', ({detail: {target}}) => {
  // The message has been sent: its form comes back empty.
  if (!target?.id || target.id === 'incident-message' || !ours(target)) return;
  places.set(target.id, kept(target));
});

document.addEventListener('htmx:oobAfterSwap', ({detail: {target}}) => {
  const place = places.get(target?.id);
  if (!place) return;
  places.delete(target.id);
  restore(place);
  drafts.restoreAll();
});

// A part of a form that depends on its answers.
document.addEventListener('htmx:afterSwap', ({target}) => {
  if (target.matches?.('[hx-post$="/fields"]')) drafts.restoreAll();
});

// A refusal without parts of the page is shown as a message.
document.addEventListener('htmx:beforeSwap', ({target, detail}) => {
  const {xhr} = detail;
  if (xhr.status < 400 || xhr.responseText.includes('hx-swap-oob')) return;
  detail.shouldSwap = false;
  let reason = '';
  try {
    reason = JSON.parse(xhr.responseText).detail;
  } catch (e) {
    reason = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('main p')
      ?.textContent;
  }
  trouble(detail.elt ?? target, reason || String(xhr.status));
});

// A form is cleared once its act is done, and keeps its text if the act is refused.
document.addEventListener('htmx:beforeSwap', ({detail: {xhr, requestConfig}}) => {
  const form = requestConfig?.elt;
  if (xhr.status < 300 && form?.matches?.('.baton-incident form')) drafts.clear(form);
  if (xhr.status < 300 && form?.matches?.('[data-resets]')) form.reset();
  if (xhr.status < 300 && form?.matches?.('.baton-acts form, .baton-aside form, .baton-tags form')) {
    form.querySelectorAll('[data-typed]').forEach(field => delete field.dataset.typed);
    const fold = form.closest('details');
    if (fold) fold.open = false;
  }
});

/** Takes away what is said of a field, or of all fields of a form. */
function clearProblems(place) {
  place.querySelectorAll('[data-problem-of]').forEach(note => {
    note.textContent = '';
    document.getElementById(note.dataset.problemOf)?.removeAttribute('aria-invalid');
  });
}

// A refusal stands at its field until the field changes or the form is sent again.
document.addEventListener('htmx:oobAfterSwap', ({target}) => {
  const note = target?.id && document.getElementById(target.id);
  if (!note?.dataset.problemOf || !note.textContent.trim()) return;
  const field = document.getElementById(note.dataset.problemOf);
  field?.setAttribute('aria-invalid', 'true');
  requestAnimationFrame(() => field?.focus());
});
document.addEventListener('htmx:beforeRequest', ({target}) => {
  if (target.matches?.('form')) clearProblems(target);
});
document.addEventListener('input', ({target}) => {
  if (target.matches?.('[aria-invalid]') && ours(target)) clearProblems(target.parentElement);
});

// Closes a form that was opened for a while, with its draft, and goes back to what opened it.
document.addEventListener('click', ({target}) => {
  const button = target.closest?.('[data-empties]');
  if (!button) return;
  const {empties, then} = button.dataset;
  const place = document.getElementById(empties);
  place?.querySelectorAll('form').forEach(drafts.clear);
  place?.replaceChildren();
  document.getElementById(then)?.focus();
});

// Backspace in an empty field takes away the last of what stands before it.
document.addEventListener('keydown', event => {
  const {key, target, repeat} = event;
  if (key !== 'Backspace' || repeat || target.value || !target.matches?.('[data-removes-last]')) return;
  const buttons = target.closest('section').querySelectorAll('li button');
  if (!buttons.length) return;
  event.preventDefault();
  buttons[buttons.length - 1].click();
});

// Enter in a field for several incidents does what stands beside the field, not the first button's act.
document.addEventListener('keydown', event => {
  const {key, target, defaultPrevented} = event;
  const group = target.matches?.('input') && target.closest('.baton-bulk-group');
  if (key !== 'Enter' || defaultPrevented || !group) return;
  event.preventDefault();
  group.querySelector('button[type=submit]').click();
});

// Only one action is unfolded at a time.
document.addEventListener(
  'toggle',
  ({target}) => {
    if (!target.matches?.('.baton-act') || !target.open) return;
    target
      .closest('.baton-acts, .baton-message, .baton-aside')
      .querySelectorAll('.baton-act[open]')
      .forEach(other => {
        if (other !== target) other.open = false;
      });
  },
  true
);

// Ctrl+Enter, on a Mac ⌘+Enter, sends the form that is being filled in.
document.addEventListener('keydown', event => {
  const form = event.target.closest?.('.baton-incident form');
  if (!form || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const place = event.target.closest('.baton-then-resolve') ?? form;
  const button = place.querySelector('button[type=submit]:not(:disabled)');
  if (button) form.requestSubmit(button);
});

document.addEventListener('keydown', event => {
  const fold = event.key === 'Escape' && event.target.closest?.('.baton-act[open]');
  if (!fold) return;
  fold.open = false;
  fold.querySelector('summary').focus();
});

function trouble(target, words) {
  const place = target.closest?.('.baton-incident, .baton-list')?.querySelector('.baton-notice');
  if (!place) return;
  place.className = 'baton-notice baton-notice-trouble';
  place.textContent = '▲ ' + words;
}

/** Says that the session has expired, once, with a way to sign in that leaves this page alone. */
function expired(panel) {
  const notice = panel.querySelector('.baton-notice');
  if (!notice || (panel.dataset.expired && notice.querySelector('a'))) return;
  panel.dataset.expired = 'yes';
  trouble(panel, panel.dataset.sessionExpired);
  const link = document.createElement('a');
  link.href = '/sign-in?continue=' + encodeURIComponent('/desk/incidents/' + panel.dataset.incident);
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = panel.dataset.sessionSignIn;
  notice.append(' ', link);
}

document.addEventListener('htmx:afterRequest', ({target, detail: {successful}}) => {
  const panel = target.closest?.('.baton-incident[data-expired]');
  if (!panel || !successful) return;
  delete panel.dataset.expired;
  const notice = panel.querySelector('.baton-notice-trouble');
  if (!notice?.querySelector('a[target]')) return; // what was sent has been answered
  notice.className = 'baton-notice';
  notice.textContent = panel.dataset.sessionBack;
});

/** The task that Tasklist shows. */
const openTask = () => new URLSearchParams(location.hash.split('?')[1]).get('task') ?? '';

/** Where the act was is nothing any more: go on from what is said of it. */
document.addEventListener('htmx:oobAfterSwap', ({target}) => {
  if (target?.id !== 'incident-notice') return;
  requestAnimationFrame(() => {
    const notice = document.getElementById('incident-notice');
    notice?.querySelector(`.baton-in-tab[data-task="${openTask()}"]`)?.remove();
    if (notice && document.activeElement === document.body) notice.focus({preventScroll: true});
  });
});

document.addEventListener('click', event => {
  const link = event.target.closest?.('.baton-next a');
  const fold = link?.hash && link.pathname === location.pathname && document.querySelector(link.hash);
  if (fold) {
    event.preventDefault();
    fold.open = true;
    fold.querySelector('summary').focus();
  } else if (link?.dataset.task && link.closest('.baton-tab')) {
    // In Tasklist, the next incident is opened there, with the same filter.
    event.preventDefault();
    const [path, query] = location.hash.slice(1).split('?');
    const place = new URLSearchParams(query);
    place.set('task', link.dataset.task);
    location.hash = `${path || '/'}?${place}`;
  }
});

const german = () => (document.documentElement.lang || navigator.language || '').startsWith('de');

document.addEventListener('htmx:sendError', ({target}) =>
  trouble(
    target,
    german()
      ? 'Baton ist derzeit nicht erreichbar. Es wird automatisch erneut versucht.'
      : 'Baton cannot be reached right now. Trying again automatically.'
  )
);

document.addEventListener('htmx:responseError', ({target, detail: {xhr}}) => {
  const panel = target.closest?.('.baton-incident[data-person]');
  if (xhr.status === 401 && panel) {
    expired(panel);
    return;
  }
  trouble(
    target,
    xhr.status === 401
      ? german()
        ? 'Ihre Sitzung ist abgelaufen. Melden Sie sich in einem neuen Fenster an; Ihre Eingaben bleiben erhalten.'
        : 'Your session has expired. Sign in again in another window; your text stays here.'
      : german()
        ? 'Es ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal.'
        : 'Something went wrong. Please try again.'
  );
});

/** The title of the tab shows how many messages are unread. */
function countInTitle() {
  const bell = document.querySelector('#baton-bell');
  if (!bell) return;
  const title = document.title.replace(/^\(\d+\+?\) /, '');
  document.title = bell.dataset.unread !== '0' ? `(${bell.dataset.unread}) ${title}` : title;
}

document.addEventListener('htmx:oobAfterSwap', countInTitle);
document.addEventListener('htmx:afterSwap', ({detail}) => {
  countInTitle();
  // The button of a message is gone with it.
  const wasInInbox = detail.requestConfig?.elt?.closest?.('#inbox-messages form');
  if (wasInInbox && document.activeElement === document.body) {
    document.querySelector('#inbox-messages')?.focus({preventScroll: true});
  }
});

/** For the tab in Tasklist, which inserts the panel into its own page. */
export function process(node) {
  htmx.process(node);
  drafts.restoreAll();
}

drafts.restoreAll();
showLinked();
