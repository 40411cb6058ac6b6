// The forms of the rota: where the focus goes when one opens, is refused or has done its work.

const place = () => document.getElementById('people-form');

/** What opened the form, to go back to when it is closed. */
let opener = null;

document.addEventListener('htmx:beforeRequest', ({detail: {elt}}) => {
  if (elt.matches('a[hx-target="#people-form"]')) opener = elt.id || elt.getAttribute('hx-get');
});

document.addEventListener('htmx:afterSwap', ({detail: {target}}) => {
  if (target !== place()) return;
  const field =
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
  const back = [...document.querySelectorAll('a[hx-target="#people-form"]')].find(
    link => link.getAttribute('hx-get') === opener && link.offsetParent
  );
  (back ?? document.querySelector('h1'))?.focus();
}

document.addEventListener('click', ({target}) => {
  if (target.closest('[data-close-form]')) close();
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.closest?.('#people-form form')) close();
});
