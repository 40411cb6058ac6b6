// The month as a grid: the arrow keys move between its cells, Enter or a click opens a person's day.

import htmx from '/webjars/htmx.org/dist/htmx.esm.js';
import {openedBy} from './people.js';

const grid = () => document.querySelector('.baton-month');
const rows = () => [...grid().tBodies[0].rows];
const keyOf = cell => [cell.closest('tr').dataset.login, cell.cellIndex];

let current = null;

/** The cell that is in the tab order: the one that had the focus last, or today's. */
function enter() {
  if (!grid()) return;
  grid().querySelectorAll('td').forEach(cell => (cell.tabIndex = -1));
  grid().querySelectorAll('td a').forEach(link => (link.tabIndex = -1));
  const today = grid().querySelector('th[aria-current=date]')?.cellIndex ?? 1;
  const cell = (current && find(current)) ?? rows()[0]?.cells[today];
  if (cell) cell.tabIndex = 0;
}

const find = ([login, column]) => rows().find(row => row.dataset.login === login)?.cells[column];

function focus(cell) {
  if (!cell || cell.tagName !== 'TD') return;
  grid().querySelectorAll('td[tabindex="0"]').forEach(other => (other.tabIndex = -1));
  current = keyOf(cell);
  cell.tabIndex = 0;
  cell.focus({preventScroll: true});
  const scroller = grid().parentElement;
  const names = grid().rows[0].cells[0].offsetWidth;
  if (cell.offsetLeft - names < scroller.scrollLeft) scroller.scrollLeft = cell.offsetLeft - names;
  const right = cell.offsetLeft + cell.offsetWidth - scroller.clientWidth;
  if (right > scroller.scrollLeft) scroller.scrollLeft = right;
  cell.scrollIntoView({block: 'nearest', inline: 'nearest'});
}

function open(cell) {
  const link = cell.querySelector('a');
  if (link) return link.click();
  const [login, column] = keyOf(cell);
  const {day} = cell.dataset;
  if (!day) return;
  openedBy(() => find([login, column]));
  const query = new URLSearchParams({team: grid().dataset.team, login, day});
  htmx.ajax('GET', `/desk/people/day?${query}`, {target: '#people-form', swap: 'innerHTML show:#people-form:top'});
}

const MOVES = {
  ArrowLeft: cell => cell.previousElementSibling,
  ArrowRight: cell => cell.nextElementSibling,
  ArrowUp: cell => cell.parentElement.previousElementSibling?.cells[cell.cellIndex],
  ArrowDown: cell => cell.parentElement.nextElementSibling?.cells[cell.cellIndex],
  Home: cell => cell.parentElement.cells[1],
  End: cell => cell.parentElement.cells[cell.parentElement.cells.length - 1]
};

document.addEventListener('keydown', event => {
  const cell = event.target.closest?.('.baton-month td');
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    open(cell);
  } else if (MOVES[event.key]) {
    event.preventDefault();
    focus(MOVES[event.key](cell));
  }
});

document.addEventListener('click', event => {
  const cell = event.target.closest?.('.baton-month td[data-day]');
  if (!cell || event.defaultPrevented) return;
  focus(cell);
  open(cell);
});

document.addEventListener('htmx:afterSettle', enter);
enter();
