// A list in which a name stands where the id would, about people on file: each row is theirs, and nobody comes to be twice.
import type { Kysely } from 'kysely';
import type { Issue } from '../domain/issue.ts';
import type { EnrolmentDraft, KnownPerson } from '../domain/people/roster.ts';
import { personFinder, settleName, sharedName } from '../domain/rows/record-person.ts';
import { allPeople } from './people.ts';
import { partsOf } from './roster-known.ts';
import type { Tables } from './tables.ts';

/** Ids hold no blanks; names of two words do. */
const isName = (id: string): boolean => /^\p{L}.*\s.*\p{L}/u.test(id);

/** Drafts with the ids of the people whose names they had; `read`: name -> id. A name that several have and nothing settles is an issue. */
export async function withIdsOfNames(
  db: Kysely<Tables>,
  drafts: readonly EnrolmentDraft[],
  { cohortId, source }: { readonly cohortId: number; readonly source: string },
): Promise<{
  readonly drafts: readonly EnrolmentDraft[];
  readonly read: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}> {
  const read = new Map<string, string>();
  if (!drafts.some(({ id }) => isName(id))) return { drafts, read, issues: [] };
  const people = await allPeople(db);
  const ids = new Set(people.map(({ id }) => id));
  const byKey = new Map(people.map((person) => [person.key, person]));
  const finder = personFinder(people);
  const members = new Set((await partsOf(db, cohortId, people)).map(({ person }) => person));
  const issues: Issue[] = [];
  const personOf = ({ id, email, line }: EnrolmentDraft): KnownPerson | undefined => {
    const found = byKey.get(finder.find(id) ?? 0);
    if (found !== undefined) return found;
    const candidates = finder.bearers(id);
    const refs = email === undefined ? [] : [{ ref: email, heading: 'e-mail' }];
    const [only] = candidates;
    if (candidates.length < 2) return only;
    const settled = settleName(candidates, { refs, paired: undefined, members });
    if (settled === undefined) {
      const where = { source, line };
      issues.push({ code: 'bad-record', severity: 'error', where, value: id, ...sharedName(candidates) });
    }
    return settled?.person;
  };
  const named = drafts.map((draft) => {
    const person = !isName(draft.id) || ids.has(draft.id) ? undefined : personOf(draft);
    // Who has no other id is called so already.
    if (person === undefined || person.id === draft.id) return draft;
    read.set(draft.id, person.id);
    return { ...draft, id: person.id, name: draft.name === draft.id ? person.id : draft.name };
  });
  return { drafts: read.size === 0 ? drafts : named, read, issues };
}
