// Whom a row of a file of records names: by its own column, and where that leaves it open by the row's other columns.
import { isGap } from '../cells/gaps.ts';
import { oneLine } from '../cells/one-line.ts';
import type { SourceRow } from '../cells/source-row.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { emailWords, idWords } from '../columns/person-words.ts';
import { sideNamed } from '../columns/record-columns.ts';
import type { ColumnTarget } from '../program/program.ts';
import type { RecordOptions, ToldApart } from './record-kinds.ts';
import { settleName, sharedName, type PersonFinder } from './record-person.ts';

type Side = 'mentor' | 'mentee';
type Say = (heading: string, value: string, message: string, hint?: string) => void;

/** A column that may say who somebody is; `side`: whom it names, undefined where it may be either. */
interface Teller {
  readonly index: number;
  readonly heading: string;
  readonly side: Side | undefined;
  readonly names: boolean;
}

const other = { mentor: 'mentee', mentee: 'mentor' } as const;

interface NamingColumn {
  readonly heading: string;
  readonly side?: Side | undefined;
  /** Whom it names rather than somebody else of the name. */
  readonly likelier?: ((key: number) => boolean) | undefined;
}

export interface RowPeople {
  /** The person that a cell names; what is wrong with it is said. `side`: of the column. */
  readonly personIn: (row: SourceRow, text: string, column: NamingColumn, say: Say) => number | undefined;
  /** What a row says in place of a blank cell of this target, in another column about the same person. */
  readonly besides: (row: SourceRow, target: ColumnTarget) => string;
  readonly toldApart: ReadonlyMap<string, ToldApart>;
}

export function rowPeople(
  columns: readonly ColumnMeaning[],
  { find, near, bearers }: PersonFinder,
  { mentors, mentees = new Set(), paired }: RecordOptions,
): RowPeople {
  const tellers = columns.flatMap(({ index, heading, meaning, profile }): Teller[] => {
    const target = meaning.is === 'target' ? meaning.target : undefined;
    const side =
      target === 'mentor' || target === 'mentee'
        ? target
        : sideNamed({ index, heading, cells: profile.distinct.slice(0, 50) });
    const isId = [...idWords, emailWords].some((words) => words.test(heading));
    const free =
      target === undefined ? meaning.is === 'kept-out' : ['mentor', 'mentee', 'id', 'email', 'person'].includes(target);
    return free && (side !== undefined || isId) ? [{ index, heading, side, names: target === undefined }] : [];
  });
  const toldApart = new Map<string, ToldApart>();
  const cell = ({ cells }: SourceRow, index: number): string => {
    const text = cells[index] ?? '';
    return isGap(text) ? '' : oneLine(text);
  };
  const told = (row: SourceRow, side: Side | undefined) =>
    tellers.flatMap((teller) => {
      const ref = teller.side === side || teller.side === undefined ? cell(row, teller.index) : '';
      return ref === '' ? [] : [{ ref, heading: teller.heading }];
    });
  const pairedIn = (row: SourceRow, side: Side | undefined): ReadonlySet<number> | undefined => {
    for (const { index, side: named } of tellers) {
      if (named === undefined || (side !== undefined && named !== other[side])) continue;
      const key = find(cell(row, index));
      if (key !== undefined) return paired?.get(key);
    }
    return undefined;
  };
  return {
    toldApart,
    personIn: (row, text, { heading, side, likelier = () => true }, say) => {
      const found = find(text);
      if (found !== undefined) return found;
      const all = text === '' ? [] : bearers(text);
      const some = all.filter(({ key }) => likelier(key));
      const candidates = some.length > 0 ? some : all;
      if (candidates.length < 2) {
        if (candidates.length === 0)
          say(heading, text, 'nobody here has this id, e-mail or name', text === '' ? undefined : near(text));
        return candidates[0]?.key;
      }
      const settled = settleName(candidates, {
        refs: told(row, side).filter((one) => one.heading !== heading),
        paired: pairedIn(row, side),
        members: side === 'mentor' ? mentors : side === 'mentee' ? mentees : new Set([...mentors, ...mentees]),
      });
      if (settled === undefined) {
        const { message, hint } = sharedName(candidates);
        say(heading, text, message, hint);
        return undefined;
      }
      const { person, by } = settled;
      const key = `${text}\n${person.id}\n${by}`;
      const lines = [...(toldApart.get(key)?.lines ?? []), row.line];
      toldApart.set(key, { name: text, people: candidates.length, id: person.id, by, lines });
      return person.key;
    },
    besides: (row, target) =>
      tellers.flatMap(({ index, side, names }) => (names && side === target ? cell(row, index) || [] : []))[0] ?? '',
  };
}

/** What is told of names that several people have. */
export function toldApartWords(toldApart: ReadonlyMap<string, ToldApart>): string[] {
  return [...toldApart.values()].map(({ name, people, id, by, lines }) => {
    const shown = `line${lines.length === 1 ? '' : 's'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', ...' : ''}`;
    return `${people} people are called ${name}: taken for ${id} by ${by} (${shown}).`;
  });
}
