// Where incidents wait: the diagram with colours and numbers, its legend, and the same data as a table.
import {element, amount, read} from './parts.js';
import {word} from './words.js';
import {layout, diagram, idsIn} from './diagram.js';

const plans = new Map();

/** The layout of a definition; read only once because a version never changes. */
async function planOf(api, id, signal) {
  if (!plans.has(id)) {
    const {bpmn20Xml} = await read(
      `${api.engineApi}/process-definition/${encodeURIComponent(id)}/xml`,
      signal
    );
    plans.set(id, layout(bpmn20Xml));
  }
  return plans.get(id);
}

const VALUES = {
  now: step => step.now,
  stay: step => step.stays?.medianSeconds ?? 0
};

const COLOURS = 4;

/** From 0 for nothing to 4 for the top quarter. */
const colour = (value, most) => (value > 0 ? Math.min(Math.ceil((COLOURS * value) / most), COLOURS) : 0);

function legend(kind, most) {
  const shown = value => (kind === 'now' ? String(Math.floor(value)) : amount(value));
  const ranges = [];
  for (let n = 1; n <= COLOURS; n++) {
    const from = kind === 'now' ? Math.floor((most * (n - 1)) / COLOURS) + 1 : (most * (n - 1)) / COLOURS;
    const to = (most * n) / COLOURS;
    if (kind === 'now' && from > Math.floor(to)) continue;
    const text = kind === 'now' && from === Math.floor(to) ? shown(from) : `${shown(from)} – ${shown(to)}`;
    ranges.push(element('li', {}, element('span', {class: `baton-board-swatch baton-swatch-${n}`}), text));
  }
  return element(
    'div',
    {class: 'baton-board-legend'},
    element('span', {}, word('legend') + ': ', word(kind === 'now' ? 'legendNow' : 'legendStay')),
    element('ul', {}, most > 0 ? ranges : element('li', {}, '–'),
      element('li', {}, element('span', {class: 'baton-board-swatch baton-swatch-count'}, '7'), word('legendNow')),
      element('li', {}, element('span', {class: 'baton-board-swatch baton-swatch-failed'}, '!'), word('legendFailed')))
  );
}

function table(steps, known) {
  const heads = ['step', 'now', 'failed', 'median', 'p90', 'stays'];
  return element(
    'div',
    {class: 'baton-board-scroll', tabindex: '0', role: 'region', 'aria-label': word('asTable')},
    element(
      'table',
      {class: 'baton-board-matrix'},
      element('caption', {}, word('asTable')),
      element('thead', {}, element('tr', {}, heads.map(head => element('th', {scope: 'col'}, word(head))))),
      element(
        'tbody',
        {},
        steps.map(step =>
          element(
            'tr',
            {'data-key': 'step-' + step.step},
            element(
              'th',
              {scope: 'row'},
              step.name,
              known && !known.has(step.step) ? element('small', {}, word('olderVersion')) : null
            ),
            element('td', {}, String(step.now)),
            element('td', {}, String(step.failed)),
            element('td', {}, step.stays ? amount(step.stays.medianSeconds) : '–'),
            element('td', {}, step.stays ? amount(step.stays.p90Seconds) : '–'),
            element('td', {}, step.stays ? String(step.stays.count) : '–')
          )
        )
      )
    )
  );
}

/** Reads and draws; without a readable diagram only the table is shown. */
export async function heatMap(api, flow, kind, signal) {
  const value = VALUES[kind];
  const most = Math.max(...flow.steps.map(value), 0);
  const plan = await planOf(api, flow.definitionId, signal).catch(() => null);
  const steps = new Map(flow.steps.map(step => [step.step, step]));
  return element(
    'div',
    {'data-key': 'heat'},
    plan
      ? element(
          'div',
          {class: 'baton-board-scroll baton-board-plan', tabindex: '0', role: 'region', 'aria-label': word('flow')},
          diagram(plan, steps, step => colour(value(step), most), word('flowText', flow.name, flow.version))
        )
      : element('p', {class: 'baton-board-nothing'}, word('noDiagram')),
    legend(kind, most),
    table(flow.steps, plan && idsIn(plan)),
    element('p', {class: 'baton-board-soft'}, word('flowNote', flow.sample))
  );
}
