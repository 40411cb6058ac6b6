// What the desk's pages and the tab in Tasklist do in the browser: live parts by htmx, nothing that
// somebody has typed or opened is lost when a part is written anew, and every writing request
// carries the guard against forgery.

import htmx from '/webjars/htmx.org/dist/htmx.esm.js';

Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  scrollIntoViewOnBoost: false,
  // What the desk refuses comes with the parts as they stand now.
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

/** The marks of the parts on the screen, so that only what is different comes again. */
function marks(panel) {
  const parameters = {};
  panel.querySelectorAll('[data-seen]').forEach(part => {
    parameters['seen-' + part.id.replace('incident-', '')] = part.dataset.seen;
  });
  const story = panel.querySelector('[data-shown]');
  if (story) {
    Object.assign(parameters, {order: story.dataset.order, shown: story.dataset.shown});
    if (story.dataset.from) parameters.from = story.dataset.from;
  }
  return parameters;
}

document.addEventListener('htmx:configRequest', event => {
  const {elt, verb, headers, parameters} = event.detail;
  if (verb !== 'get') headers['X-BATON-CSRF'] = decodeURIComponent(cookie('BATON-CSRF')) || 'none';
  const panel = elt.closest('.baton-incident');
  if (!panel || elt.matches('[hx-params]')) return;
  Object.entries(marks(panel)).forEach(([name, value]) => parameters.set(name, value));
});

// Nobody looks: nothing is asked.
document.addEventListener('htmx:confirm', event => {
  if (document.hidden && event.detail.elt.matches('.baton-news')) event.preventDefault();
});

/** What somebody typed and opened within a part, by the ids of its elements. */
function kept(part) {
  const fields = [...part.querySelectorAll('textarea[id], input[id]:not([type=file]), select[id]')]
    .filter(field => field.dataset.typed)
    .map(({id, value}) => ({id, value}));
  const folds = [...part.querySelectorAll('details[id]')].map(({id, open}) => ({id, open}));
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  return {fields, folds, focus: focused?.id, from: focused?.selectionStart, to: focused?.selectionEnd};
}

function restore({fields, folds, focus, from, to}) {
  folds.forEach(({id, open}) => {
    const fold = document.getElementById(id);
    if (fold) fold.open = open;
  });
  fields.forEach(({id, value}) => {
    const field = document.getElementById(id);
    if (field) {
      field.value = value;
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
        // a field without a text to select in
      }
    }
  }
}

document.addEventListener('input', ({target}) => {
  if (ours(target)) target.dataset.typed = 'yes';
});

const places = new Map();

document.addEventListener('htmx:oobBeforeSwap', ({detail: {target}}) => {
  // What was sent is done with: its form comes back empty.
  if (!target?.id || target.id === 'incident-message' || !ours(target)) return;
  places.set(target.id, kept(target));
});

document.addEventListener('htmx:oobAfterSwap', ({detail: {target}}) => {
  const place = places.get(target?.id);
  if (!place) return;
  places.delete(target.id);
  restore(place);
});

// A refusal that brings no parts of the page is told in words.
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

// An act that was done needs its words no more; one that was refused keeps them.
document.addEventListener('htmx:beforeSwap', ({detail: {xhr, requestConfig}}) => {
  const form = requestConfig?.elt;
  if (xhr.status < 300 && form?.matches?.('.baton-acts form')) {
    form.querySelectorAll('[data-typed]').forEach(field => delete field.dataset.typed);
    const fold = form.closest('details');
    if (fold) fold.open = false;
  }
});

// One fold of acts at a time.
document.addEventListener(
  'toggle',
  ({target}) => {
    if (!target.matches?.('.baton-act') || !target.open) return;
    target
      .closest('.baton-act-row')
      .querySelectorAll('.baton-act[open]')
      .forEach(other => {
        if (other !== target) other.open = false;
      });
  },
  true
);

document.addEventListener('keydown', event => {
  const fold = event.key === 'Escape' && event.target.closest?.('.baton-act[open]');
  if (!fold) return;
  fold.open = false;
  fold.querySelector('summary').focus();
});

// Words to begin with.
document.addEventListener('change', ({target}) => {
  const field = target.dataset?.fills && document.getElementById(target.dataset.fills);
  if (!field || !target.value) return;
  field.value = field.value ? field.value + '\n\n' + target.value : target.value;
  field.dataset.typed = 'yes';
  target.value = '';
  field.focus();
});

function trouble(target, words) {
  const place = target.closest?.('.baton-incident, .baton-list')?.querySelector('.baton-notice');
  if (!place) return;
  place.className = 'baton-notice baton-notice-trouble';
  place.textContent = '▲ ' + words;
}

const german = () => (document.documentElement.lang || navigator.language || '').startsWith('de');

document.addEventListener('htmx:sendError', ({target}) =>
  trouble(
    target,
    german()
      ? 'Baton ist gerade nicht zu erreichen; der nächste Versuch folgt von selbst.'
      : 'Baton cannot be reached just now; the next try follows by itself.'
  )
);

document.addEventListener('htmx:responseError', ({target, detail: {xhr}}) =>
  trouble(
    target,
    xhr.status === 401
      ? german()
        ? 'Ihre Sitzung ist zu Ende. Melden Sie sich in einem neuen Fenster an; was Sie getippt haben, bleibt.'
        : 'Your session is over. Sign in in another window; what you typed stays.'
      : german()
        ? 'Das ging schief. Versuchen Sie es noch einmal.'
        : 'That went wrong. Please try again.'
  )
);

/** For the tab in Tasklist, which puts a panel into a page of its own. */
export function process(node) {
  htmx.process(node);
}
