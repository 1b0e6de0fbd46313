// One report for every survey: who answered, whether the items go together, how far people moved, and against whom.
import { counted } from '../../count-words.ts';
import type { Dataset, Grouping } from '../../outcomes/dataset.ts';
import type { Resolved } from '../../surveys/resolve-survey.ts';
import { comparedWaves } from '../../surveys/survey-people.ts';
import { claimOf, opening } from '../claim.ts';
import { provenanceLine, reportDocument } from '../json-document.ts';
import type { Block, Report } from '../../report/report.ts';
import { changeTable } from './survey-change.ts';
import { changeSection, changeWords } from './survey-changes.ts';
import { comparisonSection } from './survey-comparison.ts';
import { described, noSection, type Section, type SurveyInput } from './survey-input.ts';
import { levelSection, lookingBackSection } from './survey-level.ts';
import { qualitySection } from './survey-quality.ts';
import { questionsTable } from './survey-questions.ts';
import { responseSection } from './survey-response.ts';

export function surveyReport(input: SurveyInput): Report {
  const { resolved, data, own, technical, provenance } = input;
  const waves = comparedWaves(resolved?.waves ?? []);
  const { before, after } = waves;
  const twice = before !== undefined && after !== undefined;
  const answered = resolved === undefined ? undefined : { input, resolved, waves };
  const change = answered === undefined || !twice ? noSection : changeSection({ ...answered, before, after });
  const compared = answered === undefined || !twice ? undefined : comparisonSection({ ...answered, before, after });
  const groups = compared === undefined ? alone(data) : data.groups;
  const claim = compared?.claim ?? claimOf({ groups, starts: [], adjusted: new Set(), change: twice });
  const response = answered === undefined ? unanswered(input) : responseSection(answered);
  const level = answered === undefined || twice ? noSection : levelSection(answered);
  const back = answered === undefined ? noSection : lookingBackSection(answered);
  const quality = answered === undefined ? noSection : qualitySection(answered);
  // A comparison speaks first; a change alone is then no longer the news, though it stays in the tables and the document.
  const changeTold =
    compared === undefined ? change : { ...change, told: [], findings: [...change.told, ...change.findings] };
  const sections: readonly Section[] = [own, response, compared ?? noSection, changeTold, level, back, quality];
  const told = sections.flatMap((section) => section.told);
  const findings = [...told, ...sections.flatMap((section) => section.findings)];
  const method = [methodOf(input, resolved), ...sections.flatMap((section) => section.method)].filter(
    (words) => words !== '',
  );
  const body: Block[] = [
    ...told.map((finding): Block => ({ kind: 'finding', finding })),
    ...sections.flatMap(({ cautions }) => cautions).map((text): Block => ({ kind: 'caution', text })),
    ...sections.flatMap(({ blocks }) => blocks),
    ...methodBlocks(method),
    { kind: 'prose', text: provenanceLine(claim, provenance, technical) },
    ...nextStep(input, twice),
  ];
  return {
    schema: `mentorctl/report-${input.name}@1`,
    title: `${input.title}, ${input.cohort}`,
    blocks: [{ kind: 'prose', text: opening(claim, groups, input.about) }, ...body],
    json: reportDocument(
      { cohort: input.cohort, survey: surveyFacts(resolved) },
      provenance,
      claim,
      findings,
      body,
      method,
    ),
    ...(twice ? { csvTable: 'change' } : { csv: changeTable([], [undefined], changeWords(input), input.minCell) }),
  };
}

/** Nothing where no answer was reckoned with yet. */
function methodBlocks(method: readonly string[]): Block[] {
  if (method.length === 0) return [];
  return [
    { kind: 'heading', text: 'Method' },
    { kind: 'prose', text: method.join(' ') },
  ];
}

/** The same people without anybody to compare with. */
function alone({ groups }: Dataset): Grouping {
  return { ...groups, labels: groups.labels.slice(0, groups.mentored) };
}

function unanswered({ name, cohort, toAsk, who }: SurveyInput): Section {
  return {
    ...noSection,
    told: [described(`${name}-answers`, name, `No answers to the ${name} survey are on file for ${cohort}.`)],
    blocks: toAsk === undefined ? [] : [{ kind: 'table', table: questionsTable(toAsk, who) }],
  };
}

/** Only where a wave is still to come. */
function nextStep({ resolved, importing }: SurveyInput, twice: boolean): Block[] {
  const waves = resolved?.waves.map(({ wave }) => wave) ?? [];
  if (twice || waves.some((wave) => wave === 'post' || wave === 'then')) return [];
  const wave = resolved === undefined ? 'pre' : 'post';
  return [{ kind: 'next', command: `${importing} --wave ${wave}`, text: '' }];
}

function methodOf({ who }: SurveyInput, resolved: Resolved | undefined): string {
  if (resolved === undefined) return '';
  const { instrument, origin } = resolved;
  const { id, title, min, max, items, source, score } = instrument;
  const reversed = items.filter(({ reverse }) => reverse).length;
  const which =
    origin === 'guessed'
      ? `the questions as they were answered, ${items.length} of them`
      : `${title === id ? id : `"${title}"`}, ${counted(items.length, 'item')} on ${min} to ${max}, ${reversed} reversed${source === '' ? '' : ` (${source})`}`;
  return `Answers of ${who}: ${which}; a score is the ${score} of the answers of whoever gave enough of them.`;
}

function surveyFacts(resolved: Resolved | undefined): object | null {
  if (resolved === undefined) return null;
  const { instrument, origin, version, waves, leftOut } = resolved;
  const { id, title, min, max, score, items } = instrument;
  return { id, title, origin, version, min, max, score, items, waves: waves.map(({ wave }) => wave), leftOut };
}
