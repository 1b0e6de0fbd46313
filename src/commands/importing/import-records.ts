// Records about people who are already in the cohort: meetings, answers, goals, flags, pairs, preferences, scores.
import { recordWords } from '../../domain/imports/taken-words.ts';
import { unpairedMeetings } from '../../domain/imports/meetings-without-pair.ts';
import { inCohort } from '../shared/on-file.ts';
import type { Issue } from '../../domain/issue.ts';
import { Failure } from '../../domain/failure.ts';
import { importReport } from '../../domain/imports/import-report.ts';
import type { Meeting } from '../../domain/records.ts';
import { recordReader } from '../../domain/rows/read-records.ts';
import { toldApartWords } from '../../domain/rows/person-of-row.ts';
import { recordsIn, type RecordKind, type ToldApart } from '../../domain/rows/record-kinds.ts';
import { surveyOfFile } from '../../domain/rows/survey-of-file.ts';
import type { KnownInstrument } from '../../domain/instruments/survey-items.ts';
import type { Report } from '../../domain/report/report.ts';
import { hashOf } from '../../intake/source.ts';
import type { Batch } from '../../intake/table.ts';
import { keepBatch } from '../../store/batches.ts';
import { keepPairs } from '../../store/keep-pairs.ts';
import { allPeople, membersOf } from '../../store/people.ts';
import { pairsOf } from '../../store/pair-life.ts';
import { dropOldChoices, keepRecords } from '../../store/records.ts';
import { instruments } from '../../store/instruments.ts';
import type { Context } from '../shared/context.ts';
import { againstNotes, pairsAgainst } from '../shared/say-against.ts';
import { badLines, eachBatch, type Findings } from '../../intake/each-batch.ts';
import { judge, setAside } from './findings.ts';
import { changeBoth, keepProgram } from './keep-program.ts';
import type { ImportOptions } from './options.ts';
import { batchFacts, reportFacts } from './report-facts.ts';
import { answersTaken } from '../../domain/instruments/answers-taken.ts';
import { surveysTold } from './survey-answers.ts';
import type { Understood } from './understand-file.ts';

/** One file, one change. Throws Failure for bad rows, and where there is no such cohort yet. */
export async function importRecords(
  kind: RecordKind,
  understood: Understood,
  options: ImportOptions,
  context: Context,
): Promise<Report> {
  const { table, columns, loaded, source } = understood;
  const findings: Findings = { issues: [], leftOut: [], badRows: [], rows: 0 };
  const importing = inCohort(context, options.cohort, async (store, cohort) => {
    return changeBoth(store, context, options, async (writer, wrote) => {
      const members = await membersOf(writer.db, cohort.id);
      const inRole = (role: string): ReadonlySet<number> =>
        new Set(members.filter((member) => member.role === role).map(({ key }) => key));
      const known = kind === 'survey' ? await instruments(writer.db) : new Map<string, KnownInstrument>();
      const answers = answersTaken();
      const people = await allPeople(writer.db);
      const paired = everPaired(await pairsOf(writer.db, cohort.id));
      const unpaired = unpairedMeetings(paired, people);
      const read = recordReader(kind, columns, people, {
        source: table.source,
        dates: options.dayOrder ?? loaded.program.dates,
        survey: { ...surveyOfFile(table.source, loaded.program.surveys, options, known.keys()), known },
        mentors: inRole('mentor'),
        mentees: inRole('mentee'),
        paired,
      });
      const lists: { readonly personId: number; readonly otherId: number }[] = [];
      const counts = { added: 0, changed: 0, same: 0, records: 0 };
      let withoutZeros: ReadonlyMap<string, string> = new Map();
      let toldApart: ReadonlyMap<string, ToldApart> = new Map();
      const madePairs = new Set<number>();
      const decided = columns.some(({ meaning }) => meaning.is === 'target' && meaning.target === 'decision');
      const work = async (batch: Batch): Promise<readonly Issue[]> => {
        const { records, pairs, issues, ...ids } = read(batch.rows);
        ({ withoutZeros, toldApart } = ids);
        if (!options.skipBadRows && findings.issues.length + issues.length > 0) return issues;
        if (kind === 'preferences') lists.push(...(records as unknown as typeof lists));
        if (kind === 'meetings') unpaired.note(records as unknown as readonly Meeting[]);
        if (kind !== 'pairs') {
          if (kind === 'survey') answers.add(records as never);
          const kept = await keepRecords(writer, recordsIn[kind], cohort.id, records as never);
          counts.added += kept.added.length;
          counts.changed += kept.changed.length;
          counts.same += kept.same;
        }
        const undecided = kind === 'pairs' && !decided ? 'accept' : 'none';
        const decisions = await keepPairs(writer, cohort.id, pairs, {
          day: context.today(),
          undecided,
          source: table.source,
          perCohort: loaded.program.capacity.per === 'cohort',
        });
        for (const { mentee, decision } of pairs)
          if (decision === 'accept' || (decision === 'none' && undecided === 'accept')) madePairs.add(mentee);
        counts.added += decisions.added;
        counts.changed += decisions.changed;
        counts.same += decisions.same;
        counts.records += records.length + pairs.length;
        return [...issues, ...decisions.issues];
      };
      await context.work(`Importing ${table.source}`, eachBatch(table, findings, options, work));
      judge(findings, table, options, context);
      counts.changed += await dropOldChoices(writer, cohort.id, lists);
      for (const text of againstNotes(await pairsAgainst(writer.db, cohort.id, loaded.program, madePairs)))
        context.note(text);
      const { records, ...news } = counts;
      if (records === 0 && findings.rows > badLines(findings)) throw nothingKept(kind, table.source);
      const bad = badLines(findings);
      const facts = { ...batchFacts(understood, context), sha256: hashOf(source), cohortId: cohort.id };
      await keepBatch(writer, { ...facts, counts: { ...news, bad } });
      const program =
        loaded.text !== undefined && (kind === 'scores' || kind === 'preferences')
          ? wrote(await keepProgram(writer, cohort.id, loaded, nothingNew, options.dryRun))
          : undefined;
      return importReport({
        ...reportFacts(understood, findings, options),
        cohort: cohort.name,
        counts: { ...news, bad },
        what: recordWords(kind, records, decided),
        surveys: await surveysTold(writer, cohort.id, known, answers),
        changes: [],
        inWords: new Map(),
        withoutZeros,
        newOptions: new Map(),
        missing: [],
        back: { people: [], active: false },
        programSaid: program?.said,
        remarks: [...toldApartWords(toldApart), ...unpaired.words(table.source, cohort.name)],
      });
    });
  });
  const report = await importing;
  await setAside(findings, table, options, context);
  return report;
}

/** Both ways, whatever became of the pair. */
function everPaired(
  pairs: readonly { readonly mentorId: number; readonly menteeId: number }[],
): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const add = (one: number, two: number): void => {
    found.set(one, (found.get(one) ?? new Set()).add(two));
  };
  for (const { mentorId, menteeId } of pairs) {
    add(mentorId, menteeId);
    add(menteeId, mentorId);
  }
  return found;
}

/** Records hold no answers: only the criterion that reads them is proposed. */
const nothingNew = { fields: [], measures: [], columns: [] } as const;

function nothingKept(kind: RecordKind, source: string): Failure {
  return new Failure('bad-data', {
    code: 'nothing-kept',
    message: `no row of this file says anything that a file of ${kind} keeps; nothing was imported`,
    where: { source },
    hint: 'See above what each column was taken for, and say what one is with --map "Heading=..."; mentorctl import --help lists what it can be.',
  });
}
