// What the shape of a program file cannot say: that fields exist, are of a type a kind can read, and that parameters fit.
import { personFields } from '../domain/matching/candidate.ts';
import { criterionKinds } from '../domain/matching/scoring/criterion-kinds.ts';
import { whoNames } from '../domain/matching/scoring/named-sides.ts';
import { scaleTypes } from '../domain/matching/scoring/own-importance.ts';
import { ruleKinds } from '../domain/matching/scoring/rule-kinds.ts';
import type { FieldType, Program } from '../domain/program/program.ts';
import { didYouMean } from '../domain/suggest.ts';
import { checkMessages } from './program-engagement.ts';
import { checkConsent } from './program-keeping.ts';
import type { Path } from './program-issues.ts';
import type { ProgramText } from './program-schema.ts';

/** A problem and the path it stands at. */
export interface Complaint {
  readonly path: Path;
  readonly code: string;
  readonly value?: string;
  readonly message: string;
  readonly hint?: string;
}

/** Which sides name a field. `listed`: the mentees whom the rule is about stand in it by name. */
function sidesOf(compares: string, listed: boolean): readonly ('mentee' | 'mentor')[] {
  if (compares === 'fields') return ['mentee', 'mentor'];
  return compares === 'mentees' && !listed ? ['mentee'] : [];
}

/** An answer that names people is words, whatever the kind reads otherwise. */
function namesPeople(
  { mentee, mentor }: { mentee?: string | undefined; mentor?: string | undefined },
  type: FieldType,
): boolean {
  const named = mentee === undefined || mentor === undefined ? undefined : whoNames({ mentee, mentor });
  return named !== undefined && (type === 'text' || type === 'category' || type === 'set');
}

/** What the shape alone cannot say: fields that exist, fields of a type the kind can read, parameters the kind needs. */
export function crossCheck(program: Program, text: ProgramText): Complaint[] {
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const known = [...fields.keys(), ...personFields];
  const complaints: Complaint[] = [];
  const check = (
    section: 'rules' | 'criteria',
    index: number,
    kind: {
      takes: readonly FieldType[];
      parameters: readonly string[];
      needs?: readonly string[];
      compares: 'fields' | 'people' | 'mentees' | 'nothing';
      names?: true;
    },
  ): void => {
    const entry = (text[section] ?? [])[index];
    if (entry === undefined) return;
    const path = [section, index];
    const listed = 'people' in entry && entry.people !== undefined;
    const named = kind.names === true && (entry.field ?? entry.mentee ?? entry.mentor) !== undefined;
    const { side: asks } = whoNames({ mentee: entry.mentee ?? '', mentor: entry.mentor ?? '' }) ?? { side: 'mentee' };
    const sides = named ? [asks] : sidesOf(kind.compares, listed);
    const then = named && 'then' in entry ? (entry.then ?? []) : [];
    for (const [at, name] of then.entries())
      if (!fields.has(name))
        complaints.push({
          path: [...path, 'then', at],
          code: 'program-unknown-field',
          value: name,
          message: `there is no field "${name}"`,
          hint: didYouMean(name, known) ?? `Known: ${known.join(', ')}.`,
        });
    for (const side of sides) {
      const name = entry[side] ?? entry.field;
      const key = entry[side] === undefined ? 'field' : side;
      if (name === undefined) {
        const hint = 'Write "field: topics", or "mentee:" and "mentor:" to compare different fields.';
        complaints.push({
          path,
          code: 'program-no-field',
          message: `this ${entry.kind} does not say which ${side} field it looks at`,
          hint,
        });
        continue;
      }
      const field = fields.get(name);
      if (field === undefined && !(personFields as readonly string[]).includes(name)) {
        const hint = didYouMean(name, known) ?? `Known: ${known.join(', ')}.`;
        complaints.push({
          path: [...path, key],
          code: 'program-unknown-field',
          value: name,
          message: `there is no field "${name}"`,
          hint,
        });
      } else if (
        field !== undefined &&
        !kind.takes.includes(field.type) &&
        !namesPeople(named ? { mentee: name, mentor: 'name' } : entry, field.type)
      ) {
        const message = `${entry.kind} cannot read "${name}", which is ${field.type}`;
        complaints.push({
          path: [...path, key],
          code: 'program-field-type',
          value: name,
          message,
          hint: `It reads: ${kind.takes.join(', ')}.`,
        });
      }
      if (entry.field !== undefined) break;
    }
    if (kind.compares === 'people' && (entry.mentee === undefined || entry.mentor === undefined)) {
      complaints.push({
        path,
        code: 'program-no-person',
        message: `this ${entry.kind} does not say which two people it is about`,
        hint: 'Write "mentee: S1042" and "mentor: M017", their ids or e-mail addresses.',
      });
    }
    if (
      kind.compares === 'nothing' &&
      kind.names !== true &&
      (entry.field ?? entry.mentee ?? entry.mentor) !== undefined
    ) {
      complaints.push({
        path,
        code: 'program-unused-key',
        message: `${entry.kind} compares no fields`,
        hint: 'It looks at what was imported about pairs of people. Take the field away.',
      });
    }
    const { needs = [] } = kind;
    if (needs.length > 0 && !needs.some((key) => (entry as Record<string, unknown>)[key] !== undefined)) {
      complaints.push({
        path,
        code: 'program-value',
        message: `this ${entry.kind} does not say ${needs.map((key) => `"${key}"`).join(' or ')}`,
        hint: `Without it the ${section === 'rules' ? 'rule bars nobody' : 'criterion gives every pair the same'}. See mentorctl help ${section}.`,
      });
    }
    for (const key of [
      'least',
      'most',
      'range',
      'ideal',
      'table',
      'side',
      'then',
      'people',
      'value',
      'zone',
    ] as const) {
      if ((entry as Record<string, unknown>)[key] !== undefined && !kind.parameters.includes(key)) {
        const takes = kind.parameters.length === 0 ? 'It takes none.' : `It takes: ${kind.parameters.join(', ')}.`;
        complaints.push({
          path: [...path, key],
          code: 'program-unused-key',
          message: `${entry.kind} has no "${key}"`,
          hint: takes,
        });
      }
    }
  };
  (text.rules ?? []).forEach((rule, index) => {
    check('rules', index, ruleKinds[rule.kind]);
  });
  (text.criteria ?? []).forEach((criterion, index) => {
    check('criteria', index, criterionKinds[criterion.kind]);
  });
  (text.criteria ?? []).forEach((criterion, index) => {
    const name = criterion['scaled-by'];
    if (name === undefined) return;
    const field = fields.get(name);
    if (field !== undefined && scaleTypes.includes(field.type)) return;
    complaints.push({
      path: ['criteria', index, 'scaled-by'],
      code: field === undefined ? 'program-unknown-field' : 'program-field-type',
      value: name,
      message:
        field === undefined ? `there is no field "${name}"` : `scaled-by cannot read "${name}", which is ${field.type}`,
      hint:
        field === undefined
          ? (didYouMean(name, fields.keys()) ?? `Known: ${[...fields.keys()].join(', ')}.`)
          : `It reads: ${scaleTypes.join(', ')}.`,
    });
  });
  for (const key of ['who', 'co-mentor'] as const) {
    const name = text.circles?.[key];
    if (name === undefined || fields.has(name)) continue;
    const hint = didYouMean(name, [...fields.keys()]) ?? `Known: ${[...fields.keys()].join(', ')}.`;
    const message = `there is no field "${name}"`;
    complaints.push({ path: ['circles', key], code: 'program-unknown-field', value: name, message, hint });
  }
  for (const key of ['differ', 'who'] as const) {
    const name = text['second-mentor']?.[key];
    const type = name === undefined ? undefined : fields.get(name)?.type;
    if (name === undefined || (key === 'who' ? type === 'yes-no' : type !== undefined)) continue;
    const hint = didYouMean(name, [...fields.keys()]) ?? `Known: ${[...fields.keys()].join(', ')}.`;
    complaints.push({
      path: ['second-mentor', key],
      code: type === undefined ? 'program-unknown-field' : 'program-field-type',
      value: name,
      message: type === undefined ? `there is no field "${name}"` : `who cannot read "${name}", which is ${type}`,
      hint: type === undefined ? hint : 'It reads: yes-no.',
    });
  }
  const { least = 3, most = 15 } = text.circles ?? {};
  if (least > most) {
    const message = `a circle cannot have at least ${least} and at most ${most} people`;
    complaints.push({ path: ['circles', 'least'], code: 'program-value', message, hint: 'Make "most" the larger.' });
  }
  (text.matching?.priority ?? []).forEach(({ field: name }, index) => {
    if (fields.has(name)) return;
    const hint = didYouMean(name, [...fields.keys()]) ?? `Known: ${[...fields.keys()].join(', ')}.`;
    const path = ['matching', 'priority', index, 'field'];
    complaints.push({ path, code: 'program-unknown-field', value: name, message: `there is no field "${name}"`, hint });
  });
  const softCap = text.matching?.['soft-cap'];
  if (typeof softCap === 'string' && fields.get(softCap)?.type !== 'number')
    complaints.push({
      path: ['matching', 'soft-cap'],
      code: fields.has(softCap) ? 'program-field-type' : 'program-unknown-field',
      value: softCap,
      message: fields.has(softCap)
        ? `soft-cap cannot read "${softCap}", which is ${fields.get(softCap)?.type ?? ''}`
        : `there is no field "${softCap}"`,
      hint: 'Write a number, or the name of a number field that mentors answer.',
    });
  const { objective, 'min-score': minScore } = text.matching ?? {};
  if (objective === 'coverage' && minScore !== undefined && minScore > 0) {
    complaints.push({
      path: ['matching', 'min-score'],
      code: 'program-value',
      message: 'min-score counts under "objective: quality" only',
      hint: 'Write "objective: quality", or take min-score away.',
    });
  }
  return [...complaints, ...checkMessages(text), ...checkConsent(program)];
}
