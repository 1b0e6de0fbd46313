// Ids that differ only in signs, in zeros in front or in letters about the number: `101` in an extract, `#00101` on file.
import { counted } from '../count-words.ts';

export interface AlikeIds {
  /** As the file has it. */
  readonly written: string;
  readonly onFile: string;
}

/**
 * New ids beside those on file that the file leaves out. Only what is alike in one way is told: `A7` and `B7` are not, and of
 * two that come to the same number neither is.
 */
export function alikeIds(fresh: readonly string[], absent: readonly string[]): AlikeIds[] {
  if (fresh.length === 0 || absent.length === 0) return [];
  const [here, there] = [byNumber(fresh), byNumber(absent)];
  return [...here].flatMap(([number, written]) => {
    const onFile = there.get(number);
    if (written === undefined || onFile === undefined) return [];
    const [own, other] = [letters(written), letters(onFile)];
    return own === other || own === '' || other === '' ? [{ written, onFile }] : [];
  });
}

/** By the digits without zeros in front; undefined where two ids come to the same. */
function byNumber(ids: readonly string[]): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const id of ids) {
    const number = id.replace(/\.0+$/, '').replace(/\D/g, '').replace(/^0+/, '');
    if (number !== '') found.set(number, found.has(number) ? undefined : id);
  }
  return found;
}

function letters(id: string): string {
  return id.replace(/[^\p{L}]/gu, '').toLowerCase();
}

const shownIds = 3;

/** Said once a file is in, before anybody counts one person as two. */
export function alikeIdsWords(alike: readonly AlikeIds[]): string[] {
  if (alike.length === 0) return [];
  const some = alike.slice(0, shownIds).map(({ written, onFile }) => `${written} here, ${onFile} on file`);
  const more = alike.length > shownIds ? ` and ${alike.length - shownIds} more` : '';
  return [
    `${counted(alike.length, 'new id looks', 'new ids look')} like ids on file that this file leaves out: ${some.join('; ')}${more}. Where they are the same people they now count as two each, one with no outcome: mentorctl data undo takes the import back; write the ids alike in one of the files and import it again. For one or two: mentorctl person merge.`,
  ];
}
