// The coordinator's word on two people, told: what every run does about it from now on.
import { Failure } from '../failure.ts';
import { idAndName, nameAndId } from '../find-named.ts';
import type { Pair } from '../records.ts';
import { nextStep, prose } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { shellWord } from '../shell-word.ts';

/** What is said of two people. */
export type RulingWord = 'pin' | 'block' | 'unpin' | 'unblock';

/** What a pin does for somebody who has a mentor already. */
function pinNow(name: string, standing: readonly Pick<Pair, 'id'>[], together: Pick<Pair, 'id'> | undefined): string {
  const [first, second] = standing;
  if (together !== undefined) return `They are a pair now (pair ${together.id}): no rematch moves it.`;
  const has = `${name} has a mentor now (pair ${first?.id ?? 0})`;
  return second === undefined
    ? `${has}: match heeds the pin once that pair has ended, match --second now.`
    : `${name} has ${standing.length} mentors now (pairs ${standing.map(({ id }) => id).join(', ')}): runs heed the pin once one of them has ended.`;
}

function rulingWords(
  word: RulingWord,
  changed: boolean,
  two: string,
  { everywhere, dryRun }: { readonly everywhere: boolean; readonly dryRun: boolean },
): string {
  const where = everywhere ? ' in every cohort' : '';
  switch (word) {
    case 'pin':
      if (!changed) return `${two} were pinned already.`;
      return dryRun
        ? `Would pin ${two}: every run would put them together.`
        : `Pinned: every run puts ${two} together.`;
    case 'block':
      if (!changed) return `${two} were blocked already${where}.`;
      return dryRun ? `Would block ${two}: no run would pair them${where}.` : `Blocked: no run pairs ${two}${where}.`;
    case 'unpin':
      return dryRun ? `Would unpin ${two}.` : `Unpinned: runs decide about ${two} as about anybody.`;
    case 'unblock':
      return dryRun ? `Would unblock ${two}.` : `Unblocked: runs may pair ${two} again.`;
  }
}

interface Two {
  readonly mentee: Who;
  readonly mentor: Who;
}

interface Who {
  readonly key: number;
  readonly id: string;
  readonly name: string;
}

/** Throws Failure where somebody would be ruled on with themselves. */
export function mayRule(word: RulingWord, { mentee, mentor }: Two): void {
  if (mentor.key !== mentee.key || word.startsWith('un')) return;
  const message = `${mentee.name} cannot be their own mentor`;
  throw new Failure('usage', { code: 'same-person', message, hint: 'Name two people, by id or e-mail.' });
}

export function noRuling(kind: 'pin' | 'block', { mentee, mentor }: Two): Failure {
  return new Failure('not-found', {
    code: 'no-ruling',
    message: `there is no ${kind} on ${mentee.name} and ${mentor.name}`,
    hint: 'See mentorctl pair list --rulings.',
  });
}

/** What to heed where the mentee has a mentor now. */
export function rulingRemark(
  word: RulingWord,
  { mentee, mentor }: Two,
  pairs: readonly Pick<Pair, 'id' | 'status' | 'menteeId' | 'mentorId'>[],
): string | undefined {
  const standing = pairs.filter((one) => one.status === 'active' && one.menteeId === mentee.key);
  const together = standing.find((one) => one.mentorId === mentor.key);
  if (word === 'block' && together !== undefined)
    return `They are a pair now: mentorctl pair end --pair ${together.id} parts them.`;
  return word === 'pin' && standing.length > 0 ? pinNow(mentee.name, standing, together) : undefined;
}

/** `everywhere`: in every cohort. */
export function rulingReport(
  word: RulingWord,
  { mentee, mentor }: Two,
  {
    cohort,
    changed,
    everywhere,
    dryRun,
  }: {
    readonly cohort: string;
    readonly changed: boolean;
    readonly everywhere: boolean;
    readonly dryRun: boolean;
  },
): Report {
  return {
    schema: 'mentorctl/ruling@1',
    blocks: [
      prose(rulingWords(word, changed, `${nameAndId(mentee)} and ${nameAndId(mentor)}`, { everywhere, dryRun })),
      nextStep(`mentorctl match --cohort ${shellWord(cohort)}`),
    ],
    json: {
      ruling: word,
      changed,
      cohort: everywhere ? null : cohort,
      mentee: idAndName(mentee),
      mentor: idAndName(mentor),
      dryRun,
    },
  };
}
