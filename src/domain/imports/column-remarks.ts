// What a colleague would remark on the columns of a roster or a file of outcomes, each once, with the line to type.
import { foldHeading } from '../cells/fold-heading.ts';
import { nearTarget } from '../columns/map-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { outcomeMeasure } from '../columns/outcome-columns.ts';
import { idWords } from '../columns/person-words.ts';
import { goneByDay, gonePeople } from './gone-people.ts';
import { perhapsStatuses } from './open-statuses.ts';
import { has, mapLine, type Look } from './look.ts';

/** What a colleague would remark on the columns of a roster or a file of outcomes. `cells`: by column, of the first rows. */
export function remarksOn(look: Look, cells: readonly (readonly string[])[]): readonly string[] {
  if (look.kind !== 'roster' && look.kind !== 'outcomes') return [];
  return [
    otherId(look),
    ...(look.kind === 'roster' ? [nobodyNamed(look), onePlace(look), ...fieldsWithoutColumn(look)] : []),
    ...nearlyTargets(look),
    ...fieldsLeftBehind(look),
    gonePeople(look, cells) ?? goneByDay(look, cells) ?? perhapsStatuses(look),
  ].flatMap((remark) => remark ?? []);
}

/** Two columns under headings that say as strongly that they are the id: which was taken is to be seen, and changed. */
function otherId({ columns, program }: Look): string | undefined {
  const taken = columns.find(({ meaning }) => meaning.is === 'target' && meaning.target === 'id');
  if (taken?.meaning.is !== 'target' || taken.meaning.stated === true) return undefined;
  const known = program.headings.id ?? [];
  if (known.some((heading) => foldHeading(heading) === foldHeading(taken.heading))) return undefined;
  const place = idPlace(taken.heading);
  const other = columns.find(
    ({ heading, meaning, profile }) =>
      meaning.is === 'field' &&
      idPlace(heading) === place &&
      profile.distinct.length >= 0.9 * profile.filled &&
      2 * profile.filled >= taken.profile.filled &&
      profile.distinct.every((cell) => /^(?=.*\d)\S+$/.test(cell)),
  );
  if (place < 0 || other === undefined) return undefined;
  return `"${taken.heading}" and "${other.heading}" could both be the id, and "${taken.heading}" is taken. If it is the other: mentorctl data undo, then import with ${mapLine(other.heading, 'id')}.`;
}

const idPlace = (heading: string): number => idWords.findIndex((words) => words.test(heading));

const questions = ({ columns }: Look): readonly ColumnMeaning[] =>
  columns.filter(({ meaning }) => meaning.is === 'field' || meaning.is === 'kept-out');

function nobodyNamed(look: Look): string | undefined {
  if (look.known === 1 || has(look, 'name', 'first-name', 'last-name')) return undefined;
  const words = questions(look).filter(
    ({ heading, profile }) =>
      profile.filled > 0 && profile.numbers < 0.5 && idPlace(heading) < 0 && outcomeMeasure(heading) === undefined,
  );
  const likely =
    words.find(
      ({ profile }) =>
        profile.distinct.length >= 0.7 * profile.filled &&
        profile.distinct.every((cell) => /^[\p{L}\p{M} .,'’-]{2,50}$/u.test(cell)),
    ) ?? words[0];
  if (likely === undefined) return 'Nobody has a name here: no column of the file holds names.';
  return `Nobody has a name here: no column was understood as one. Say which is: ${mapLine(likely.heading, 'name')}.`;
}

/** What may ask for how many, said shortly or of somebody else; a heading that says it outright is understood. */
const placesWords =
  /mentee|student|people|place|slot|seat|limit|max|how many|capacity|load|number|count|cuant|quant|combien|wie ?viele|anzahl|hoeveel|aantal|\b(ilu|ile|kac)\b|hur manga|hvor mange|kolik|berapa|人数|인원|名额|сколько|количество|عدد|כמה|מספר/;

function onePlace(look: Look): string | undefined {
  if (has(look, 'capacity') || !has(look, 'role', 'mentor-yes-no')) return undefined;
  const likely = questions(look).find(
    ({ heading, profile }) =>
      placesWords.test(foldHeading(heading).normalize('NFD').replace(/\p{M}/gu, '')) &&
      profile.distinct.some((cell) => /^\d{1,2}$/.test(cell)) &&
      // Beside numbers may stand words for them, in any language.
      profile.distinct.every((cell) => cell.length <= 20),
  );
  if (likely === undefined) return undefined;
  return `Every new mentor has one place: no column was understood as how many. If "${likely.heading}" is: ${mapLine(likely.heading, 'capacity')}.`;
}

/** Fields that rules and criteria read and no column of this file fills, while a new one may be meant for them. */
function fieldsWithoutColumn(look: Look): string[] {
  const { program, columns } = look;
  const read = new Set([...program.criteria, ...program.rules].flatMap(({ mentee, mentor }) => [mentee, mentor]));
  const answered = new Set(
    columns.flatMap(({ meaning }) => (meaning.is === 'field' || meaning.is === 'option' ? [meaning.field.name] : [])),
  );
  const fresh = columns.filter(
    ({ meaning }) => meaning.is === 'field' && !program.fields.some(({ name }) => name === meaning.field.name),
  );
  return program.fields.flatMap((field) => {
    if (!read.has(field.name) || answered.has(field.name)) return [];
    const likely = fresh.find(({ heading, meaning }) => {
      if (meaning.is !== 'field') return false;
      const words = new Set(foldHeading(`${heading} ${meaning.field.name}`).split(' '));
      const sharesWord = field.name.split(' ').some((word) => word.length > 2 && words.has(word));
      const known = new Set(field.options.map((option) => option.toLowerCase()));
      const alike = meaning.field.options.filter((option) => known.has(option.toLowerCase())).length;
      return sharesWord || (alike >= 2 && 2 * alike >= meaning.field.options.length);
    });
    if (likely === undefined) return [];
    return `No column answers "${field.name}", which a rule or a criterion reads: who answered before keeps that answer, the others have none. If "${likely.heading}" does: ${mapLine(likely.heading, field.name)}.`;
  });
}

/** Words of --map that make a new field and are nearly a part of a person: `nmae`. */
function nearlyTargets({ map, columns, kind, program }: Look): string[] {
  return [...map].flatMap(([heading, word]) => {
    const made = columns.find(
      ({ meaning, heading: here }) =>
        foldHeading(here) === foldHeading(heading) && meaning.is === 'field' && meaning.field.name === word,
    );
    if (made === undefined || program.fields.some(({ name }) => name === word)) return [];
    const near = nearTarget(word, kind);
    return near === undefined ? [] : `"${word}" is a new field here. Did you mean ${near}: ${mapLine(heading, near)}?`;
  });
}

/** A field that an earlier import made of a column that is something else now. */
function fieldsLeftBehind({ map, columns, program }: Look): string[] {
  const mapped = new Set([...map.keys()].map(foldHeading));
  return columns.flatMap(({ heading, meaning }) => {
    if (!mapped.has(foldHeading(heading)) || meaning.is === 'field' || meaning.is === 'option') return [];
    const field = program.fields.find(({ headings }) =>
      headings.some((known) => foldHeading(known) === foldHeading(heading)),
    );
    if (field === undefined) return [];
    return `The field "${field.name}" stays with the answers of before; if it was a mistake, take it out of mentorctl.yaml.`;
  });
}
