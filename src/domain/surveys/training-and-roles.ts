// Which fields and measures of a program say that a mentor was trained, or took a role: known by their names.
import type { FieldValue, Program } from '../program/program.ts';

export interface KeptAs {
  readonly name: string;
  readonly as: 'field' | 'measure';
  readonly kind: 'training' | 'role';
}

const training = /\btrain(ed|ing|ings)?\b|\bworkshops?\b/i;
const role = /\broles? (taken|held)\b|\blead(er|ership|ing) (role|position)s?\b|\b(officer|committee|team lead)\b/i;

export function trainingAndRoles({ fields, measures }: Program): KeptAs[] {
  const kindOf = (name: string): KeptAs['kind'] | undefined =>
    training.test(name) ? 'training' : role.test(name) ? 'role' : undefined;
  return [
    ...fields.map(({ name }) => ({ name, as: 'field' as const })),
    ...measures.filter(({ kind }) => kind !== 'retention').map(({ name }) => ({ name, as: 'measure' as const })),
  ].flatMap((one) => {
    const kind = kindOf(one.name);
    return kind === undefined ? [] : [{ ...one, kind }];
  });
}

/** 1: had or took some; 0: none; NaN: not known. A number counts from 1 on, a day or other words are something, "none" is nothing. */
export function someOf(value: FieldValue | undefined): number {
  if (value === undefined) return NaN;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value > 0 ? 1 : 0;
  if (typeof value === 'object') return value.some((word) => someOf(word) === 1) ? 1 : 0;
  return /^(|no|none|nothing|never|not (yet|taken|done)|n\/?a|-)$/i.test(value.trim()) ? 0 : 1;
}

/** One line for what nothing is known of. */
export function howToRecord(known: readonly { readonly kind: string }[]): string[] {
  const missing = (['training', 'role'] as const).filter((kind) => !known.some((one) => one.kind === kind));
  if (missing.length === 0) return [];
  const names = { training: '"training done"', role: '"role taken"' };
  const what = missing.map((kind) => ({ training: 'training', role: 'roles taken' })[kind]).join(' and ');
  return [
    `Not on file: ${what}. A column named ${missing.map((kind) => names[kind]).join(' or ')} (yes or no) beside the id brings it in: mentorctl import training.csv --role mentor.`,
  ];
}
