// Whom report retention follows from their own start, and why others are not: as a table, and what is to be said of it.
import { whyNotFollowed, type WhyNotFollowed } from '../../outcomes/own-time.ts';
import type { Block, Cell } from '../../report/report.ts';
import { groupColumn, numbers } from '../../report/table-columns.ts';
import { tableBlock } from '../blocks.ts';
import { count, suppressed, text } from '../cells.ts';
import { cohortLines } from '../cohort-lines.ts';
import { grouped } from '../sentences.ts';
import type { OwnClockFound } from './own-clock-found.ts';

export function ownFlowBlocks({ input: { data, minCell }, groups, why, hide }: OwnClockFound): Block[] {
  const reasons = Object.keys(whyNotFollowed) as WhyNotFollowed[];
  const people = (group: number): number[] =>
    Array.from(data.groups.codes.keys()).filter((row) => data.groups.codes[row] === group);
  return [
    tableBlock({
      id: 'flow',
      title: 'Who is followed',
      columns: [
        groupColumn,
        numbers('on-file', 'on file'),
        ...reasons.map((reason) => numbers(reason, whyNotFollowed[reason])),
        numbers('followed', 'followed'),
      ],
      rows: groups.map(({ label, times }, group): Cell[] => {
        if (hide[group] === true)
          return [text(label), ...Array.from({ length: reasons.length + 2 }, () => suppressed(minCell))];
        const rows = people(group);
        return [
          text(label),
          count(rows.length),
          ...reasons.map((reason) => count(rows.filter((row) => why[row] === reason).length)),
          count(times.length),
        ];
      }),
    }),
  ];
}

/** Why no curve is drawn, and of whom something must be known to read one. */
export function ownClockCautions({ input, why, ahead, withoutDay }: OwnClockFound): string[] {
  const { clock, minCell } = input;
  return [
    ...(withoutDay === 0
      ? []
      : [
          `No curve is drawn: of ${withoutDay < minCell ? 'some' : grouped(withoutDay)} people it is known that they left and not when, or the day is still to come. With the day in the file (--map "Termination Date=end", or reports.left-on) they count.`,
        ]),
    ...(clock === undefined
      ? []
      : [`No curve is drawn by "mentored": ${clock}; who stays longer has more time to be paired.`]),
    ...cohortLines(input.together, minCell),
    ...notFollowedLines(why, ahead, minCell),
  ];
}

function notFollowedLines(why: readonly (WhyNotFollowed | undefined)[], ahead: number, minCell: number): string[] {
  const of = (which: WhyNotFollowed): number => why.filter((one) => one === which).length;
  const say = (n: number): string => (n < minCell ? 'A few' : grouped(n));
  return [
    ...(ahead === 0
      ? []
      : [
          `${say(ahead)} people have a day of leaving that is still to come on the day the file speaks of. Nobody can know that yet: by that day they have not left.`,
        ]),
    ...(of('not-yet') === 0
      ? []
      : [`${say(of('not-yet'))} people had not started yet on the day the file speaks of; they are not followed.`]),
    ...(of('before-start') === 0
      ? []
      : [
          `${say(of('before-start'))} people left before the day they started: look these days over; they are not followed.`,
        ]),
  ];
}
