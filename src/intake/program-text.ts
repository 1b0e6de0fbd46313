// Writes mentorctl.yaml: a commented first one, and later additions that leave the admin's words and comments as they are.
import { isMap, parseDocument, type Document } from 'yaml';
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
  const document = parsed(text ?? newProgramText({ surveys: [] }, 'from your files'));
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
    const node = document.get('criteria', true) as { comment?: string };
    const lines = off.map(({ criterion, why }) => `${notOn} (${why}): ${JSON.stringify(criterionText(criterion))}`);
    if (lines.length > 0) node.comment = lines.join('\n');
  }
  const amended = write(document);
  // Written anew, even an unchanged file may come out with other spaces: then it is left as it is.
  return text !== undefined && amended === write(parsed(text)) ? text : amended;
}

/** How a criterion that is only proposed begins, in a comment below those that count. */
const notOn = ' possible, not switched on';

/** The comment over the section after the criteria would else be taken for the end of what is only proposed, and go with it. */
function parsed(text: string): Document {
  const document = parseDocument(text);
  const items = (isMap(document.contents) ? document.contents.items : []) as unknown as readonly Section[];
  const at = items.findIndex(({ key }) => key.value === 'criteria');
  const criteria = items[at]?.value;
  const next = items[at + 1]?.key;
  const [own = '', ...rest] = criteria?.comment?.split('\n\n') ?? [];
  if (criteria && next && own.startsWith(notOn) && rest.length > 0) {
    criteria.comment = own;
    next.commentBefore = rest.join('\n\n');
    next.spaceBefore = true;
  }
  return document;
}

interface Section {
  readonly key: { readonly value: unknown; commentBefore?: string; spaceBefore?: boolean };
  readonly value: { comment?: string } | null;
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
