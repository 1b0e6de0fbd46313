// mentorctl person withdraw and return: somebody takes no part any more, which ends their pairs; or takes part again.
import { valueOption } from '../../cli/options.ts';
import { pastDay } from '../../cli/read-values.ts';
import { formatDate, type CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, namesOf } from '../../domain/find-named.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { endPair } from '../../store/pair-life.ts';
import { allPeople, knownIn } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Defined } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, roleOption } from '../shared/options.ts';

export interface WithdrawOptions {
  readonly word: 'withdraw' | 'return';
  readonly person?: string | undefined;
  readonly role?: 'mentor' | 'mentee';
  readonly cohort?: string;
  readonly date?: CivilDate;
  readonly dryRun: boolean;
}

function defined(word: WithdrawOptions['word']): Defined {
  return {
    define: (command, act, given) => {
      const both = command
        .argument('[person]', 'id, e-mail or part of the name')
        .addOption(roleOption('only in this one of two roles'))
        .addOption(cohortOption());
      if (word === 'withdraw')
        command.addOption(
          valueOption(
            '--date <day>',
            'the last day of their pairs, YYYY-MM-DD; today if not said',
            pastDay(given.today),
          ),
        );
      both
        .addOption(dryRunOption())
        .addHelpText('after', `\nExample:\n  mentorctl person ${word} S1042`)
        .action((person, flags: Omit<WithdrawOptions, 'word' | 'person'>) =>
          act(runWithdraw, { word, person, ...flags }),
        );
    },
  };
}

export const withdraw = defined('withdraw');
export const comeBack = defined('return');

export async function runWithdraw(options: WithdrawOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  const leaves = options.word === 'withdraw';
  const day = options.date ?? context.today();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const known = await knownIn(store.db, cohort.id);
    const parts = known.enrolments.filter(
      ({ role }) => role !== 'none' && (options.role === undefined || role === options.role),
    );
    const here = new Set(parts.map(({ person }) => person));
    const people = known.people.filter(({ key }) => here.has(key));
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    const own = parts.filter((part) => part.person === person.key);
    const toChange = own.filter(({ status }) => (status === 'active') === leaves);
    const ended = await makeChange(store, context, { dryRun }, async (writer) => {
      for (const { key } of toChange)
        await writer.update('enrolment', key, { status: leaves ? 'withdrawn' : 'active' });
      if (!leaves) return [];
      const as = new Set(toChange.map(({ role }) => role));
      const lost = (await activePairs(writer.db, cohort.id)).filter(
        (pair) =>
          (as.has('mentor') && pair.mentor_id === person.key) || (as.has('mentee') && pair.mentee_id === person.key),
      );
      for (const pair of lost) {
        const gone = pair.mentor_id === person.key ? 'mentor' : 'mentee';
        if (pair.started > day) throw tooEarly(pair.started, day);
        await endPair(writer, pair.id, { day, reason: `${gone}-left`, by: gone, neverAgain: false });
      }
      return lost;
    });
    const named = namesOf(await allPeople(store.db));
    const pairs = ended.map((pair) => ({
      pair: pair.id,
      mentor: named(pair.mentor_id),
      mentee: named(pair.mentee_id),
    }));
    const waiting = ended.filter(({ mentor_id }) => mentor_id === person.key).length;
    const roleWords = own.map(({ role }) => role).join(' and ');
    const said = leaves
      ? `${dryRun ? 'Would withdraw' : 'Withdrew'} ${nameAndId(person)}, ${roleWords}, from ${cohort.name}${ended.length === 0 ? '; no pair of theirs stood' : `, and ${dryRun ? 'end' : 'ended'} ${ended.length === 1 ? 'a pair' : `${ended.length} pairs`} on ${formatDate(day)}`}.`
      : `${nameAndId(person)} ${dryRun ? 'would take' : 'takes'} part in ${cohort.name} again, as ${roleWords}. Ended pairs stay ended: mentorctl pair reopen brings one back.`;
    const cohortWord = shellWord(cohort.name);
    const next =
      !leaves || waiting > 0 ? `mentorctl rematch --cohort ${cohortWord}` : `mentorctl status --cohort ${cohortWord}`;
    await context.show({
      schema: `mentorctl/person-${options.word}@1`,
      blocks: [
        prose(
          toChange.length === 0
            ? `${nameAndId(person)} ${leaves ? 'has withdrawn' : 'takes part'} already; nothing was changed.`
            : said,
        ),
        nextStep(
          next,
          toChange.length === 0 || dryRun
            ? ''
            : waiting > 0
              ? `finds another mentor for ${waiting === 1 ? 'the mentee' : `the ${waiting} mentees`} left behind`
              : 'or take it back with mentorctl data undo',
        ),
      ],
      json: {
        cohort: cohort.name,
        id: person.id,
        name: person.name,
        roles: toChange.map(({ role }) => role),
        ended: pairs,
        dryRun,
      },
    });
  });
}

function tooEarly(started: string, day: string): Failure {
  return new Failure('usage', {
    code: 'end-before-start',
    message: `a pair of theirs began on ${started}; it cannot end on ${day}`,
    hint: 'Check --date, or see mentorctl pair void.',
  });
}
