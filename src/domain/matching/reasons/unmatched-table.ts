// People whom a run left out, and why: those left out for one reason in one row, or everybody by name.
import { people } from '../../report/table-columns.ts';
import type { Cell, Table } from '../../report/report.ts';
import type { Candidate } from '../candidate.ts';
import type { Run } from '../run.ts';
import type { RunReasons, UnmatchedReason } from '../unmatched-reason.ts';

interface Alike {
  readonly people: Candidate[];
  readonly reasons: UnmatchedReason[];
}

const text = (words: string): Cell => ({ kind: 'text', text: words });
const person = ({ id, name }: Candidate): Cell => ({ kind: 'person', id, name });

/**
 * `all`: one row a person. `byName`: what shows those to somebody who reads the short one; without it, what a run's own
 * commands are.
 */
export function unmatchedTable(
  { unmatched, reasons }: Pick<Run, 'unmatched'> & { readonly reasons?: Pick<RunReasons, 'groups'> | undefined },
  all: boolean,
  byName?: string,
): Table {
  const alike = new Map<string, Alike>();
  for (const { mentee, reason } of unmatched) {
    const key = all ? reason.text : sameReason(reason);
    const entry = alike.get(key) ?? { people: [], reasons: [] };
    entry.people.push(mentee);
    entry.reasons.push(reason);
    alike.set(key, entry);
  }
  const rows = [...alike.values()].flatMap((one): Cell[][] => {
    if (all) return one.people.map((mentee, n) => [person(mentee), text(one.reasons[n]!.text)]);
    const [first] = one.people;
    const group = one.reasons[0]?.group;
    const inner = group === undefined ? 0 : (reasons?.groups[group]?.left.length ?? 0) - one.people.length;
    const also = inner > 0 ? ` (${inner} of them ${inner === 1 ? 'is' : 'are'} in a smaller group)` : '';
    const why = text(`${together(one.reasons)}${also}`);
    return [one.people.length === 1 && first !== undefined ? [person(first), why] : [text(namesOf(one.people)), why]];
  });
  const [whose] = all ? [] : unmatched.filter(({ reason }) => reason.group !== undefined);
  const hidden = !all && rows.length < unmatched.length;
  return {
    id: 'unmatched',
    title: 'Not placed',
    columns: [
      { ...people('mentee'), wrap: true },
      { id: 'why', title: 'why', wrap: true, ...(all ? { once: true } : {}) },
    ],
    rows,
    ...(hidden
      ? {
          note: `Everybody by name with ${byName ?? '--all'}${whose === undefined || byName !== undefined ? '.' : `; who shares places with whom: mentorctl match explain ${whose.mentee.id}`}`,
        }
      : {}),
  };
}

function namesOf(people: readonly Candidate[]): string {
  const named = people.slice(0, 2).map(({ id, name }) => `${name} (${id})`);
  return `${named.join(', ')}${people.length > 2 ? ` and ${people.length - 2} more` : ''}`;
}

/** Reasons that differ in their numbers only are one. */
function sameReason({ kind, text: words, rules, group }: UnmatchedReason): string {
  if (group !== undefined) return `${group} ${words}`;
  if (kind === 'below-minimum') return kind;
  if (kind !== 'nobody-eligible' || rules.length === 0) return words;
  const [key] = rules;
  const alone = (key?.aloneBars ?? 0) > 0 ? key?.rule : '';
  return JSON.stringify([alone, rules.map(({ rule }) => rule).sort()]);
}

/** One text for reasons that are one: with the least and the most of each number. */
function together(reasons: readonly UnmatchedReason[]): string {
  const [first] = reasons;
  if (first === undefined) return '';
  if (reasons.every(({ text: words }) => words === first.text)) return first.text;
  if (first.kind === 'below-minimum') {
    const bests = span(reasons.map(({ best = 0 }) => Math.round(best / 10)));
    return `${first.text.split(';')[0] ?? ''}; the best of theirs is ${bests}`;
  }
  const numbers = (rule: string, of: 'bars' | 'aloneBars'): number[] =>
    reasons.map(({ rules }) => rules.find((one) => one.rule === rule)?.[of] ?? 0);
  const named = first.rules.slice(0, 3).map(({ rule }) => `"${rule}" bars ${span(numbers(rule, 'bars'))}`);
  const [key] = first.rules;
  const relax =
    key === undefined || key.aloneBars === 0
      ? ''
      : ` Without the rule "${key.rule}": ${span(numbers(key.rule, 'aloneBars'))} mentors.`;
  return `no mentor is eligible: ${named.join(', ')} mentors.${relax}`;
}

/** `27 to 33`, or `27`. */
function span(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? String(least) : `${least} to ${most}`;
}
