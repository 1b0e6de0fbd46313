// Writes mentorctl.yaml: a commented first one, and later additions that leave the admin's words and comments as they are.
import { parseDocument, type Document } from 'yaml';
import type { Proposal } from '../domain/columns/propose-criteria.ts';
import type { ColumnTarget, Criterion, Field, Measure, Rule } from '../domain/program/program.ts';
import { leavesOpen } from '../domain/program/any-words.ts';
import { newProgramText } from './new-program-text.ts';

export interface Additions {
  readonly fields: readonly Field[];
  readonly measures: readonly Measure[];
  /** Headings seen, by what the column is. */
  readonly columns: readonly (readonly [ColumnTarget, string])[];
  /** Replaces rules and criteria; undefined leaves them alone. */
  readonly proposal?: Proposal;
}

/** The text with the additions in it; the same text when there is nothing to add. */
export function amendProgramText(text: string | undefined, additions: Additions): string {
  const document = parseDocument(text ?? newProgramText({ surveys: [] }, 'from your files'));
  for (const [target, heading] of additions.columns) addToList(document, ['columns', target], heading);
  for (const { name, type, options, headings, tell } of additions.fields) {
    if (document.hasIn(['fields', name])) {
      for (const heading of headings) addToList(document, ['fields', name, 'headings'], heading);
      for (const option of options) addToList(document, ['fields', name, 'options'], option);
    } else {
      const told = tell === undefined ? {} : { tell: tell ? 'yes' : 'no' };
      const any = type === 'set' || type === 'category' ? options.filter(leavesOpen) : [];
      set(document, ['fields', name], {
        type,
        ...(options.length === 0 ? {} : { options }),
        headings,
        ...told,
        ...(any.length === 0 ? {} : { any }),
      });
    }
  }
  for (const measure of additions.measures) {
    if (document.hasIn(['measures', measure.name])) {
      for (const heading of measure.headings) addToList(document, ['measures', measure.name, 'headings'], heading);
      continue;
    }
    const { name, kind, headings, higherIs, ...rest } = measure;
    set(document, ['measures', name], {
      kind,
      headings,
      ...(higherIs === 'worse' ? { 'higher-is': 'worse' } : {}),
      ...rest,
    });
  }
  if (additions.proposal !== undefined) {
    const { rules, criteria, off } = additions.proposal;
    set(document, ['rules'], rules.map(ruleText));
    set(document, ['criteria'], criteria.map(criterionText));
    const node: unknown = document.get('criteria', true);
    if (off.length > 0) {
      const lines = off.map(
        ({ criterion, why }) => ` possible, not switched on (${why}): ${JSON.stringify(criterionText(criterion))}`,
      );
      (node as { comment?: string }).comment = lines.join('\n');
    }
  }
  const amended = write(document);
  // Written anew, even an unchanged file may come out with other spaces: then it is left as it is.
  return text !== undefined && amended === write(parseDocument(text)) ? text : amended;
}

function write(document: Document): string {
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

function ruleText({ kind, mentee, mentor, ...rest }: Rule): object {
  return { kind, ...sidesText(mentee, mentor), ...rest };
}

function criterionText({ kind, mentee, mentor, ...rest }: Criterion): object {
  return { kind, ...sidesText(mentee, mentor), ...rest };
}

function set(document: Document, path: string[], value: unknown): void {
  for (let length = 1; length < path.length; length++) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node === undefined || node === null) document.setIn(path.slice(0, length), document.createNode({}));
    else (node as { flow?: boolean }).flow = false;
  }
  document.setIn(path, document.createNode(value));
}

function addToList(document: Document, path: string[], item: string): void {
  const list: unknown = document.getIn(path);
  const items = list === undefined ? [] : (list as { toJSON(): unknown[] }).toJSON().map(String);
  if (!items.includes(item)) set(document, path, [...items, item]);
}

function sidesText(mentee: string, mentor: string): object {
  if (mentee === '' && mentor === '') return {};
  return mentee === mentor ? { field: mentee } : { mentee, mentor };
}
