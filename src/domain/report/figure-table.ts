// The data of a figure as a table, and what it shows in a sentence: for who cannot see it, and for who wants the numbers.
import type { Cell, Column, Figure, FlowFigure, Table } from './report.ts';

const hidden: Cell = { kind: 'suppressed', why: 'hidden: few people' };
const noValue: Cell = { kind: 'missing', why: '' };
const words = (text: string): Cell => ({ kind: 'text', text });

/** Full precision; a row a line, step, point, bar or box. */
export function figureTable(figure: Figure): Table {
  const of = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table => ({
    id: `${figure.id}-data`,
    title: `Data: ${figure.title}`,
    columns,
    rows,
  });
  switch (figure.kind) {
    case 'intervals': {
      const value = (x: number): Cell =>
        numberCell(x, figure.unit === 'points' ? 'points' : figure.unit, figure.digits);
      return of(
        [
          text('what'),
          { ...number(figure.marked?.[0] ?? 'value'), id: 'value' },
          number('low'),
          number('high'),
          ...(figure.marked === undefined ? [] : [{ ...number(figure.marked[1]), id: 'then' }]),
        ],
        figure.rows.map(({ label, value: at, low, high, then }) => [
          words(label),
          value(at),
          value(low),
          value(high),
          ...(figure.marked === undefined ? [] : [then === undefined ? noValue : value(then)]),
        ]),
      );
    }
    case 'survival':
      return of(
        [text('group'), number(figure.unit ?? 'day'), number('still there'), number('low'), number('high')],
        figure.groups.flatMap(({ label, steps }) =>
          steps.map(({ at, value, low, high }): Cell[] => [
            words(label),
            numberCell(at, 'number', Number.isInteger(at) ? 0 : 1),
            ...[value, low, high].map((share): Cell => ({ kind: 'share', value: share })),
          ]),
        ),
      );
    case 'lines':
      return of(
        [text('group'), text('when'), number('value'), number('low'), number('high')],
        figure.groups.flatMap(({ label, points }) =>
          points.map((point, at): Cell[] => [
            words(label),
            words(figure.times[at] ?? ''),
            ...(point === undefined
              ? [hidden, hidden, hidden]
              : [point.value, point.low, point.high].map((x) => numberCell(x, figure.unit, figure.digits))),
          ]),
        ),
      );
    case 'bars':
      return of(
        [
          text('what'),
          ...figure.parts.map((part, at) => ({ ...number(part === '' ? 'value' : part), id: `part${at + 1}` })),
        ],
        figure.rows.map(({ label, values }) => [
          words(label),
          ...values.map((x): Cell =>
            x === undefined
              ? hidden
              : figure.unit === 'share'
                ? { kind: 'share', value: x }
                : { kind: 'count', value: x },
          ),
        ]),
      );
    case 'links':
      return of(
        [text(figure.sides[0]), number('how many'), text(figure.sides[1]), { ...number('places'), id: 'places' }],
        figure.links.map(([from, to]) => [
          words(figure.left[from]?.label ?? ''),
          { kind: 'count', value: figure.left[from]?.n ?? 0 },
          words(figure.right[to]?.label ?? ''),
          { kind: 'count', value: figure.right[to]?.n ?? 0 },
        ]),
      );
    case 'flow':
      return of([text('stage'), text('group'), number('people')], figure.stages.flatMap(stageRows));
  }
}

function stageRows({ label, boxes, left }: FlowFigure['stages'][number]): Cell[][] {
  const row = (what: string, group: string | undefined, n: number | undefined): Cell[] => [
    words(what),
    words(group ?? 'everybody'),
    n === undefined ? hidden : { kind: 'count', value: n },
  ];
  return [
    ...boxes.map(({ group, n }) => row(label, group, n)),
    ...left.map(({ why, group, n }) => row(`left out: ${why}`, group, n)),
  ];
}

/** One sentence for each line that stands in the picture; long ones say how many more there are. */
export function figureSentence(figure: Figure, say: (cell: Cell) => string): string {
  const most = 8;
  const told = tellings(figure, say);
  const more = told.length > most ? `; and ${told.length - most} more, in the table` : '';
  return `${figure.title}: ${told.slice(0, most).join('; ')}${more}.`;
}

function tellings(figure: Figure, say: (cell: Cell) => string): string[] {
  const share = (value: number): string => say({ kind: 'share', value });
  switch (figure.kind) {
    case 'intervals': {
      const value = (x: number): string => say(numberCell(x, figure.unit, figure.digits));
      return figure.rows.map(({ label, value: at, low, high, then }) => {
        const after = then === undefined ? '' : `, ${figure.marked?.[1] ?? 'then'} ${value(then)}`;
        const range = low === high ? '' : `, between ${value(low)} and ${value(high)}`;
        return `${label} ${value(at)}${range}${after}`;
      });
    }
    case 'survival':
      return figure.groups.map(({ label, steps }) => {
        const last = steps.at(-1);
        return last === undefined
          ? `${label}: nobody left`
          : `${label} ${share(last.value)} still there at ${figure.unit ?? 'day'} ${last.at}, between ${share(last.low)} and ${share(last.high)}`;
      });
    case 'lines':
      return figure.groups.map(
        ({ label, points }) =>
          `${label} ${points.map((point, at) => `${figure.times[at] ?? ''} ${point === undefined ? 'hidden' : say(numberCell(point.value, figure.unit, figure.digits))}`).join(', ')}`,
      );
    case 'bars':
      return figure.rows.map(
        ({ label, values }) =>
          `${label} ${values.map((x, at) => `${figure.parts.length > 1 ? `${figure.parts[at] ?? ''} ` : ''}${x === undefined ? 'hidden' : figure.unit === 'share' ? share(x) : say({ kind: 'count', value: x })}`).join(', ')}`,
      );
    case 'links':
      return figure.left.map(({ label, n }, at) => {
        const to = figure.links.filter(([from]) => from === at).map(([, right]) => figure.right[right]?.label ?? '');
        return `${label}: ${n} wait for ${to.join(', ')}`;
      });
    case 'flow':
      return figure.stages.map(
        ({ label, boxes }) =>
          `${label} ${boxes.map(({ group, n }) => `${group === undefined ? '' : `${group} `}${n ?? 'hidden'}`).join(', ')}`,
      );
  }
}

function numberCell(value: number, unit: 'share' | 'points' | 'sd' | 'number', digits = 2): Cell {
  if (unit === 'share') return { kind: 'share', value };
  return unit === 'points'
    ? { kind: 'number', value: 100 * value, digits: 0 }
    : { kind: 'number', value, digits: unit === 'sd' ? 2 : digits };
}

function text(title: string): Column {
  return { id: title.replaceAll(' ', '-'), title };
}

function number(title: string): Column {
  return { ...text(title), align: 'right' };
}
