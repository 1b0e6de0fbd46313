// Which columns say who a row is about: id, e-mail and name. The cells must bear it out; the heading says which of several it is.
import type { ColumnTarget } from '../program/program.ts';
import { evidenceOf, meetsAddress, shareOnFile, type Evidence } from './evidence.ts';
import { namesOthers } from './heading-phrases.ts';
import { emailWords, idWords, middleName, nameWords } from './person-words.ts';
import type { ColumnProfile } from './profile.ts';

export interface WhoColumn {
  readonly index: number;
  readonly heading: string;
  readonly profile: ColumnProfile;
  readonly cells: readonly string[];
}

type WhoTarget = Extract<ColumnTarget, 'id' | 'email' | 'name' | 'first-name' | 'last-name' | 'name-infix'>;

interface Judged extends WhoColumn {
  /** The heading as it is judged: without `Mentor` where every heading has it. */
  readonly says: string;
  readonly shows: Evidence;
}

/**
 * `open`: columns that nothing has claimed; `taken`: targets that are settled, with the column that has them. `repeats`: a
 * person may have many rows in a file of this kind. `people`: words of those on file: ids they are known by settle the id.
 */
export function findWho(
  open: readonly WhoColumn[],
  taken: ReadonlyMap<ColumnTarget, WhoColumn>,
  { repeats, people }: { readonly repeats: boolean; readonly people?: ReadonlySet<string> | undefined },
): ReadonlyMap<number, WhoTarget> {
  const found = new Map<number, WhoTarget>();
  const prefix = commonPrefix(open.map(({ heading }) => heading));
  const columns = open
    .filter(({ profile }) => profile.filled > 0)
    .map((column): Judged => ({
      ...column,
      says: prefix === undefined ? column.heading : column.heading.replace(prefix, ''),
      shows: evidenceOf(column.profile),
    }));
  const left = (): Judged[] => columns.filter(({ index }) => !found.has(index));
  const settle = (column: Judged | undefined, target: WhoTarget): void => {
    if (column !== undefined && !taken.has(target)) found.set(column.index, target);
  };
  settle(best(columns, addressClaim), 'email');
  const addressed = taken.has('email') || [...found.values()].includes('email');
  settle(
    best(left(), (column) => idClaim(column, repeats, addressed, shareOnFile(column.cells, people))),
    'id',
  );
  const names = nameColumns(left(), taken);
  for (const [column, target] of names) settle(column, target);
  if (names.length === 0 && !(['name', 'first-name', 'last-name'] as const).some((target) => taken.has(target))) {
    const address = taken.get('email') ?? columns.find(({ index }) => found.get(index) === 'email');
    for (const [column, target] of namesByCells(left(), address)) settle(column, target);
  }
  return found;
}

/** The word mentor or mentee in front of most headings says in which file they stand, and nothing of a column. */
function commonPrefix(headings: readonly string[]): RegExp | undefined {
  for (const [own, other] of [
    ['mentor', 'mentee'],
    ['mentee', 'mentor'],
  ] as const) {
    const word = new RegExp(`^\\s*${own}(['’]?s)?['’]?[\\s_.-]+`, 'i');
    const with_ = headings.filter((heading) => word.test(heading)).length;
    const against = headings.some((heading) => new RegExp(`\\b${other}`, 'i').test(heading.split(/\s/)[0] ?? ''));
    if (with_ >= 2 && !against) return word;
  }
  return undefined;
}

/** The column with the highest claim above nothing; of equals the first. */
function best(columns: readonly Judged[], claim: (column: Judged) => number): Judged | undefined {
  let [found, highest]: [Judged | undefined, number] = [undefined, 0];
  for (const column of columns) {
    const strength = claim(column);
    if (strength > highest) [found, highest] = [column, strength];
  }
  return found;
}

/** Forms have an e-mail column of their own that says "anonymous"; a manager's address tells nobody of the row. */
function addressClaim({ says, profile, shows, cells }: Judged): number {
  if (profile.emails < 0.5) return 0;
  const named = emailWords.test(says);
  if (!named && (namesOthers(says) || /\b(mentor|mentee)/i.test(says))) return 0;
  if (!named && shows.unique < 0.9) return 0;
  const place = /\b(personal|private|home|other|secondary|alternat\w*|recovery|backup|privat\w*|2)\b/i.test(says)
    ? 0.5
    : 1;
  return (named ? 10 : 1) * place + (profile.emails * profile.filled) / Math.max(1, cells.length);
}

/** `onFile`: share of the cells by which people are known here; a manager's id is one as well, but not in a column of her own. */
function idClaim({ says, profile, shows }: Judged, repeats: boolean, addressed: boolean, onFile: number): number {
  if (profile.emails >= 0.5 || shows.words < 0.6) return 0;
  const place = idWords.findIndex((words) => words.test(says));
  const known = onFile >= 0.5 && !namesOthers(says) && (repeats || shows.unique >= 0.9);
  if (known && (place >= 0 || shows.fullNames + shows.oneNames < 0.5)) return 2 * idWords.length + onFile;
  if (place < 0 || (place === 3 && addressed)) return 0;
  if (!repeats && shows.unique < (place === 0 ? 0.6 : 0.9)) return 0;
  return idWords.length - place + profile.filled / 1e7;
}

/** Names by their headings; `Name` alone is what the other columns leave it to be. */
function nameColumns(
  columns: readonly Judged[],
  taken: ReadonlyMap<ColumnTarget, WhoColumn>,
): (readonly [Judged, WhoTarget])[] {
  const words = columns.filter(
    ({ profile, says }) => profile.numbers < 0.5 && profile.emails < 0.5 && !middleName.test(says),
  );
  const full = best(words, (column) => (nameWords.full.test(column.says) ? likelyName(column) : 0));
  const infix = words.find(({ says }) => nameWords.infix.test(says));
  const halves = words.filter((column) => column !== full && column !== infix);
  let first = best(halves, ({ says, profile }) => (nameWords.first.test(says) ? 1 + profile.filled / 1e7 : 0));
  let last = best(halves, ({ says, profile }) => (nameWords.last.test(says) ? 1 + profile.filled / 1e7 : 0));
  if (!pairOfHalves(first, last, taken)) [first, last] = [undefined, undefined];
  const bare = best(halves, ({ says, profile }) => (nameWords.bare.test(says) ? 1 + profile.filled / 1e7 : 0));
  const settled: (readonly [Judged, WhoTarget])[] = [];
  // `Preferred name` beside the two halves is what somebody is called by, and the other half is lost with it.
  const whole =
    full !== undefined && first !== undefined && last !== undefined && full.shows.fullNames < 0.5 ? undefined : full;
  if (whole !== undefined) settled.push([whole, 'name']);
  if (first !== undefined) settled.push([first, 'first-name']);
  if (last !== undefined) settled.push([last, 'last-name']);
  if (infix !== undefined && full === undefined && (last !== undefined || taken.has('last-name')))
    settled.push([infix, 'name-infix']);
  if (bare !== undefined && full === undefined)
    settled.push([bare, bareName(bare, first ?? taken.get('first-name'), last ?? taken.get('last-name'))]);
  return settled;
}

/** `First` and `Last` alone need each other, and names below them: in a file of choices they are ranks. */
function pairOfHalves(
  first: Judged | undefined,
  last: Judged | undefined,
  taken: ReadonlyMap<ColumnTarget, WhoColumn>,
): boolean {
  const short = [first, last].some(
    (column) => column !== undefined && /^\s*(first|last|given|family)\s*$/i.test(column.says),
  );
  if (!short) return true;
  const both = (first !== undefined || taken.has('first-name')) && (last !== undefined || taken.has('last-name'));
  return (
    both &&
    [first, last].every((column) => column === undefined || column.shows.fullNames + column.shows.oneNames > 0.6)
  );
}

/** Beside a first name `Name` is the last one, beside a last name the first, unless it holds the other within. */
function bareName(bare: Judged, first: WhoColumn | undefined, last: WhoColumn | undefined): WhoTarget {
  const half = first ?? last;
  if (half === undefined || (first !== undefined && last !== undefined)) return 'name';
  const rows = bare.cells.flatMap((cell, row) => {
    const part = half.cells[row] ?? '';
    return cell === '' || part === '' ? [] : [cell.toLowerCase().includes(part.toLowerCase())];
  });
  if (rows.filter(Boolean).length > rows.length / 2) return 'name';
  return first === undefined ? 'first-name' : 'last-name';
}

/** A heading such as `Student` or `Worker` holds names, or a yes. */
function likelyName({ says, shows, profile }: Judged): number {
  const open = /^\s*(student|worker|employee|participant|learner|names?)\s*$/i.test(says);
  if (open && shows.fullNames < 0.6) return 0;
  return 1 + shows.fullNames + profile.filled / 1e7;
}

/** Names under headings that nobody here knows: people's addresses bear them out, or they are names that very many have. */
function namesByCells(columns: readonly Judged[], address: WhoColumn | undefined): (readonly [Judged, WhoTarget])[] {
  const likely = columns.filter(
    ({ says, shows, profile }) =>
      !namesOthers(says) &&
      !/\b(mentor|mentee)/i.test(says) &&
      profile.numbers === 0 &&
      profile.emails === 0 &&
      shows.unique >= 0.8,
  );
  const shown = ({ cells }: Judged): number => (address === undefined ? 0 : meetsAddress(cells, address.cells));
  const whole = best(likely, (column) => {
    const { fullNames, commonGiven, commonFamily } = column.shows;
    if (fullNames < 0.8) return 0;
    const met = shown(column);
    const common = (commonGiven() + commonFamily()) / 2;
    return met >= 0.5 || (common >= 0.3 && column.profile.distinct.length >= 3) ? met + common : 0;
  });
  if (whole !== undefined) return [[whole, 'name']];
  const single = likely.filter(({ shows }) => shows.oneNames >= 0.8);
  const first = best(single, (column) =>
    shown(column) >= 0.5 && column.shows.commonFamily() < 0.5 ? shown(column) : 0,
  );
  const last = best(
    single.filter((column) => column !== first),
    ({ shows, index }) =>
      shows.commonFamily() >= 0.5 && (first === undefined || Math.abs(first.index - index) <= 2)
        ? shows.commonFamily()
        : 0,
  );
  const named: (readonly [Judged, WhoTarget])[] = [];
  if (first !== undefined) named.push([first, 'first-name']);
  if (first !== undefined && last !== undefined) named.push([last, 'last-name']);
  return named;
}
