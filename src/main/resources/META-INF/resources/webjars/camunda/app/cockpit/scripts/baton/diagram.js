// Draws a BPMN model in its own layout, with counts and times at its steps. No other file is needed.
import {drawn, amount} from './parts.js';
import {word} from './words.js';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const BPMNDI = 'http://www.omg.org/spec/BPMN/20100524/DI';
const DC = 'http://www.omg.org/spec/DD/20100524/DC';
const DI = 'http://www.omg.org/spec/DD/20100524/DI';
const LINE = 14;
const LETTER = 6.3; // about, at 12 px

const number = (node, name) => Number(node.getAttribute(name));

function box(node) {
  const bounds = node?.getElementsByTagNameNS(DC, 'Bounds')[0];
  return (
    bounds && {
      x: number(bounds, 'x'),
      y: number(bounds, 'y'),
      width: number(bounds, 'width'),
      height: number(bounds, 'height')
    }
  );
}

/** The model by the ids of its elements: what to draw, and where. */
export function layout(xml) {
  const model = new DOMParser().parseFromString(xml, 'text/xml');
  const elements = new Map();
  [...model.getElementsByTagNameNS(BPMN, '*')].forEach(one => {
    if (one.id || one.getAttribute('id')) elements.set(one.getAttribute('id'), one);
  });
  const shapes = [...model.getElementsByTagNameNS(BPMNDI, 'BPMNShape')].map(shape => ({
    element: elements.get(shape.getAttribute('bpmnElement')),
    ...box([...shape.children].find(child => child.localName === 'Bounds')?.parentNode),
    label: box(shape.getElementsByTagNameNS(BPMNDI, 'BPMNLabel')[0])
  }));
  const edges = [...model.getElementsByTagNameNS(BPMNDI, 'BPMNEdge')].map(edge => ({
    element: elements.get(edge.getAttribute('bpmnElement')),
    points: [...edge.getElementsByTagNameNS(DI, 'waypoint')].map(point => [
      number(point, 'x'),
      number(point, 'y')
    ]),
    label: box(edge.getElementsByTagNameNS(BPMNDI, 'BPMNLabel')[0])
  }));
  return {
    shapes: shapes.filter(shape => shape.element),
    edges: edges.filter(edge => edge.element && edge.points.length > 1)
  };
}

function wrapped(text, width) {
  const most = Math.max(Math.floor(width / LETTER), 4);
  return text.split(/\s+/).reduce((lines, next) => {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last + ' ' + next).length <= most) lines[lines.length - 1] = last + ' ' + next;
    else lines.push(next);
    return lines;
  }, []);
}

function lines(text, x, top, width, name) {
  return drawn(
    'text',
    {class: name, 'text-anchor': 'middle'},
    ...wrapped(text, width).map((line, n) => drawn('tspan', {x, y: top + LINE * n}, line))
  );
}

const nameOf = element => element.getAttribute('name') ?? '';

function outerLabel({element, label, x, y, width, height}) {
  const text = nameOf(element);
  if (!text) return null;
  if (label) return lines(text, label.x + label.width / 2, label.y + 11, label.width + 16, 'baton-d-label');
  return lines(text, x + width / 2, y + height + LINE, 100, 'baton-d-label');
}

function arrow(points) {
  const [x, y] = points[points.length - 1];
  const [fromX, fromY] = points[points.length - 2];
  const angle = Math.atan2(y - fromY, x - fromX);
  const corner = turn => [x - 9 * Math.cos(angle + turn), y - 9 * Math.sin(angle + turn)].map(Math.round);
  return drawn('polygon', {class: 'baton-d-head', points: [[x, y], corner(0.42), corner(-0.42)].join(' ')});
}

function edge({element, points, label}) {
  const text = nameOf(element);
  const note = element.localName === 'association';
  return drawn(
    'g',
    {},
    drawn('polyline', {class: note ? 'baton-d-edge baton-d-dotted' : 'baton-d-edge', points: points.join(' ')}),
    note ? null : arrow(points),
    text && label
      ? lines(text, label.x + label.width / 2, label.y + 11, label.width + 16, 'baton-d-label')
      : null
  );
}

function sign(element, x, y) {
  const has = name => element.getElementsByTagNameNS(BPMN, name).length > 0;
  if (has('timerEventDefinition'))
    return drawn('path', {class: 'baton-d-sign', d: `M${x} ${y - 7}v7l5 3M${x - 9} ${y}a9 9 0 1 0 18 0a9 9 0 1 0 -18 0`});
  if (has('messageEventDefinition'))
    return drawn('path', {class: 'baton-d-sign', d: `M${x - 8} ${y - 6}h16v12h-16zl8 7l8 -7`});
  if (has('terminateEventDefinition'))
    return drawn('circle', {class: 'baton-d-full', cx: x, cy: y, r: 9});
  return null;
}

function event(shape) {
  const {element, x, y, width} = shape;
  const kind = element.localName;
  const radius = width / 2;
  const at = {cx: x + radius, cy: y + radius};
  const soft = element.getAttribute('cancelActivity') === 'false' || element.getAttribute('isInterrupting') === 'false';
  const dotted = soft ? ' baton-d-dashed' : '';
  const twice = kind === 'boundaryEvent' || kind.startsWith('intermediate');
  return drawn(
    'g',
    {},
    drawn('circle', {...at, r: radius, class: (kind === 'endEvent' ? 'baton-d-shape baton-d-thick' : 'baton-d-shape') + dotted}),
    twice ? drawn('circle', {...at, r: radius - 3, class: 'baton-d-shape' + dotted}) : null,
    sign(element, at.cx, at.cy),
    outerLabel(shape)
  );
}

const MARKS = {
  exclusiveGateway: 'm-7 -7l14 14m0 -14l-14 14',
  parallelGateway: 'm-10 0h20m-10 -10v20',
  inclusiveGateway: 'm-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0',
  eventBasedGateway: 'm0 -10l10 7l-4 11h-12l-4 -11z'
};

function gateway(shape) {
  const {element, x, y, width, height} = shape;
  const [middle, centre] = [x + width / 2, y + height / 2];
  return drawn(
    'g',
    {},
    drawn('polygon', {
      class: 'baton-d-shape',
      points: [[middle, y], [x + width, centre], [middle, y + height], [x, centre]].join(' ')
    }),
    drawn('path', {class: 'baton-d-sign', d: `M${middle} ${centre}${MARKS[element.localName] ?? ''}`}),
    outerLabel(shape)
  );
}

function frame(shape) {
  const {element, x, y, width, height} = shape;
  const byEvent = element.getAttribute('triggeredByEvent') === 'true';
  return drawn(
    'g',
    {},
    drawn('rect', {x, y, width, height, rx: 10, class: byEvent ? 'baton-d-frame baton-d-dashed' : 'baton-d-frame'}),
    drawn('text', {x: x + 12, y: y + 20, class: 'baton-d-frame-name'}, nameOf(element))
  );
}

function badge(x, y, text, name) {
  const width = Math.max(22, 10 + 7.5 * text.length);
  return drawn(
    'g',
    {},
    drawn('rect', {x: x - width / 2, y: y - 11, width, height: 22, rx: 11, class: name}),
    drawn('text', {x, y: y + 4.5, 'text-anchor': 'middle', class: name + '-text'}, text)
  );
}

const stayed = ({stays}) =>
  stays ? [`~ ${amount(stays.medianSeconds)}`, `90 %: ${amount(stays.p90Seconds)}`] : [];

function told(name, step) {
  return [
    name,
    `${word('now')}: ${step.now}`,
    step.failed ? `${word('failed')}: ${step.failed}` : '',
    step.stays
      ? `${word('median')}: ${amount(step.stays.medianSeconds)}; ${word('p90')}: ${amount(step.stays.p90Seconds)} (${step.stays.count})`
      : word('noStays')
  ]
    .filter(Boolean)
    .join('\n');
}

function activity(shape, step, heat) {
  const {element, x, y, width, height} = shape;
  const name = nameOf(element);
  const middle = x + width / 2;
  const rows = wrapped(name, width - 12);
  const stays = step ? stayed(step) : [];
  const all = rows.length + stays.length;
  const top = y + height / 2 - (LINE * (all - 1)) / 2 + 4;
  const kind = element.localName === 'callActivity' ? ' baton-d-thick' : '';
  return drawn(
    'g',
    {'data-step': element.getAttribute('id')},
    step ? drawn('title', {}, told(name, step)) : null,
    drawn('rect', {x, y, width, height, rx: 10, class: `baton-d-shape baton-heat-${step ? heat(step) : 0}${kind}`}),
    lines(name, middle, top, width - 12, 'baton-d-name'),
    stays.map((line, n) =>
      drawn(
        'text',
        {class: 'baton-d-stay', 'text-anchor': 'middle', x: middle, y: top + LINE * (rows.length + n) + 2},
        line
      )
    )
  );
}

/** Drawn on top: how many are waiting, and how many have failed. */
function badges({element, x, y, width}, steps) {
  const step = steps.get(element.getAttribute('id'));
  if (!step) return null;
  return drawn(
    'g',
    {},
    step.now > 0 ? badge(x + width, y, String(step.now), 'baton-d-count') : null,
    step.failed > 0 ? badge(x, y, '! ' + step.failed, 'baton-d-failed') : null
  );
}

function shapeOf(shape, steps, heat) {
  const kind = shape.element.localName;
  if (kind.endsWith('Event')) return event(shape);
  if (kind.endsWith('Gateway')) return gateway(shape);
  if (kind === 'subProcess' && shape.width > 150) return frame(shape);
  if (kind === 'textAnnotation') return null;
  return activity(shape, steps.get(shape.element.getAttribute('id')), heat);
}

/** The steps of the newest version; any other step belongs to an older one. */
export const idsIn = plan => new Set(plan.shapes.map(shape => shape.element.getAttribute('id')));

/**
 * The whole picture.
 *
 * heat gives a step its colour from 0 to 4.
 */
export function diagram(plan, steps, heat, text) {
  const all = [
    ...plan.shapes.flatMap(({x, y, width, height}) => [[x, y - 14], [x + width, y + height + 8]]),
    ...[...plan.shapes, ...plan.edges]
      .filter(({label}) => label)
      .flatMap(({label: {x, y, width, height}}) => [[x - 12, y], [x + width + 12, y + height]]),
    ...plan.edges.flatMap(({points}) => points)
  ];
  const left = Math.min(...all.map(([x]) => x)) - 16;
  const top = Math.min(...all.map(([, y]) => y)) - 8;
  const width = Math.max(...all.map(([x]) => x)) - left + 16;
  const height = Math.max(...all.map(([, y]) => y)) - top + 8;
  const isFrame = ({element, width: wide}) => element.localName === 'subProcess' && wide > 150;
  const isBoundary = ({element}) => element.localName === 'boundaryEvent';
  const draw = shape => shapeOf(shape, steps, heat);
  return drawn(
    'svg',
    {viewBox: `${left} ${top} ${width} ${height}`, width, height, role: 'img', 'aria-label': text, class: 'baton-diagram'},
    ...plan.shapes.filter(isFrame).map(draw),
    ...plan.edges.map(edge),
    ...plan.shapes.filter(shape => !isFrame(shape) && !isBoundary(shape)).map(draw),
    ...plan.shapes.filter(isBoundary).map(draw),
    ...plan.shapes.map(shape => badges(shape, steps)).filter(Boolean)
  );
}
