// The forms of the rota: where the focus goes when one opens, is refused or has done its work.

const place = () => document.getElementById('people-form');

/** Finds what opened the form, to go back to when it is closed. */
let opener = () => null;

export function openedBy(find) {
  opener = find;
}

document.addEventListener('htmx:beforeRequest', ({detail: {elt}}) => {
  if (!elt.matches('a[hx-target="#people-form"]') || place().contains(elt)) return;
  const form = elt.getAttribute('hx-get');
  openedBy(() =>
    [...document.querySelectorAll('a[hx-target="#people-form"]')].find(
      link => link.getAttribute('hx-get') === form && link.offsetParent
    )
  );
});

document.addEventListener('htmx:afterSwap', ({detail: {target}}) => {
  if (target !== place()) return;
  const field =
    target.querySelector('.baton-rota-day h2') ??
    target.querySelector('[aria-invalid]') ??
    [...target.querySelectorAll('input:not([type=hidden], [readonly]), select')].find(
      one => !one.value || one.type === 'checkbox'
    ) ??
    target.querySelector('select, input:not([type=hidden], [readonly])');
  if (field) field.focus();
  else document.getElementById('people-notice')?.focus({preventScroll: true});
});

// An entry is gone with its button.
document.addEventListener('htmx:afterSettle', () => {
  if (document.activeElement === document.body && document.getElementById('people-notice')?.textContent.trim()) {
    document.getElementById('people-notice').focus({preventScroll: true});
  }
});

function close() {
  place().replaceChildren();
  (opener() ?? document.querySelector('h1'))?.focus();
}

document.addEventListener('click', ({target}) => {
  if (target.closest('[data-close-form]')) close();
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.closest?.('#people-form form, #people-form section')) close();
});

// What a day shows has changed.
document.addEventListener('people-changed', () => place().querySelector('.baton-rota-day')?.remove());
