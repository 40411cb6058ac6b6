// The chosen rows of a list: how many they are, and that they stay chosen while the list is refreshed.

const ALL = 'baton-tick-all';
const ticks = () => [...document.querySelectorAll('.baton-tick[name=number]')];

function show() {
  const all = ticks();
  const count = all.filter(tick => tick.checked).length;
  document.querySelectorAll('[data-ticked]').forEach(place => (place.textContent = count));
  const head = document.getElementById(ALL);
  if (!head) return;
  head.checked = count > 0 && count === all.length;
  head.indeterminate = count > 0 && count < all.length;
}

function tick(isChosen) {
  ticks().forEach(each => (each.checked = isChosen(each)));
  show();
}

document.addEventListener('change', ({target}) => {
  if (target.id === ALL) tick(() => target.checked);
  else if (target.matches?.('.baton-tick')) show();
});

document.addEventListener('click', ({target}) => {
  if (!target.closest?.('[data-unticks]')) return;
  tick(() => false);
  document.getElementById(ALL)?.focus();
});

let chosen = new Set();

document.addEventListener('htmx:beforeSwap', ({detail}) => {
  if (detail.target?.id !== 'incidents-found') return;
  chosen = new Set(ticks().filter(({checked}) => checked).map(({value}) => value));
});

// The rows are new then.
document.addEventListener('htmx:afterSettle', ({target}) => {
  if (target.id === 'incidents-found' && chosen.size) tick(({value}) => chosen.has(value));
});
