// Which instrument answers were given to, and that the waves compared were asked the same: the version each answer kept says so.
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { shippedAsAsked } from '../instruments/shipped.ts';
import { inOrder, type SurveyWave } from './survey-wave.ts';

/** Answers to one item in one wave, by row of a person (NaN: none). `version`: null where the instrument was not known. */
export interface RawAnswers {
  readonly wave: string;
  readonly version: string | null;
  readonly item: string;
  readonly values: Float64Array;
}

export interface Resolved {
  readonly instrument: Instrument;
  /** `own`: of the admin's own; `shipped`: comes with the program; `guessed`: made up of the questions that were answered. */
  readonly origin: 'own' | 'shipped' | 'guessed';
  readonly version: string | null;
  /** In the order they are asked in. */
  readonly waves: readonly SurveyWave[];
  /** Questions in the answers that are no item of the instrument. */
  readonly leftOut: readonly string[];
}

/**
 * `known`: the admin's own instruments of this name, by version. Undefined where nobody answered. Throws `versions-differ` where
 * waves were answered on different versions, `off-scale` where answers are not on its scale.
 */
export function resolveSurvey(
  name: string,
  answers: readonly RawAnswers[],
  known: ReadonlyMap<string, Instrument>,
): Resolved | undefined {
  const raw = withoutSuperseded(answers).filter(({ values }) => values.some((value) => !Number.isNaN(value)));
  if (raw.length === 0) return undefined;
  const versions = [...new Set(raw.map(({ version }) => version))];
  if (versions.length > 1) throw different(name, raw);
  const [version = null] = versions;
  const own = version === null ? undefined : known.get(version);
  if (own !== undefined)
    return onScale({ instrument: own, origin: 'own', version, ...filed(raw, (item) => ownItem(own, item)) });
  const questions = raw.map(({ item }) => item);
  const ours = shippedAsAsked(name, questions);
  if (ours !== undefined)
    return onScale({ instrument: ours.instrument, origin: 'shipped', version, ...filed(raw, ours.itemOf) });
  return { instrument: guessed(name, raw), origin: 'guessed', version, ...filed(raw, (item) => item) };
}

/** Answers on another scale would be turned about the wrong middle. */
function onScale(resolved: Resolved): Resolved {
  const { id, min, max } = resolved.instrument;
  let [off, least, most] = [0, Infinity, -Infinity];
  for (const wave of resolved.waves)
    for (const values of wave.answers.values())
      for (const answer of values)
        if (answer < min || answer > max) {
          off++;
          [least, most] = [Math.min(least, answer), Math.max(most, answer)];
        }
  if (off === 0) return resolved;
  throw new Failure('bad-data', {
    code: 'off-scale',
    message: `${counted(off, 'answer')} to ${id} ${off === 1 ? 'is' : 'are'} not on its scale of ${min} to ${max}: they go from ${least} to ${most}`,
    hint: 'Mend them and import them again, or describe the survey as it was asked, under a name of its own (docs/instruments.md).',
  });
}

function ownItem({ items }: Instrument, name: string): string | undefined {
  return items.find(({ item }) => item === name)?.item;
}

/** Answers without a version give way to answers with one of the same person and wave: they were imported again since. */
function withoutSuperseded(answers: readonly RawAnswers[]): readonly RawAnswers[] {
  return answers.map((one) => {
    if (one.version !== null) return one;
    const later = answers.filter(({ wave, version }) => wave === one.wave && version !== null);
    if (later.length === 0) return one;
    const again = (row: number): boolean => later.some(({ values }) => !Number.isNaN(values[row] ?? NaN));
    return { ...one, values: one.values.map((value, row) => (again(row) ? NaN : value)) };
  });
}

function filed(
  raw: readonly RawAnswers[],
  itemOf: (item: string) => string | undefined,
): Pick<Resolved, 'waves' | 'leftOut'> {
  const waves = new Map<string, Map<string, Float64Array>>();
  const leftOut = new Set<string>();
  for (const { wave, item: named, values } of raw) {
    const item = itemOf(named);
    if (item === undefined) {
      leftOut.add(named);
      continue;
    }
    const answers = waves.get(wave) ?? new Map<string, Float64Array>();
    waves.set(wave, answers);
    const before = answers.get(item);
    answers.set(item, before?.map((value, row) => (Number.isNaN(value) ? (values[row] ?? NaN) : value)) ?? values);
  }
  return {
    waves: inOrder([...waves].map(([wave, answers]) => ({ wave, answers }))),
    leftOut: [...leftOut],
  };
}

/** Every question an item, none of them turned. Waves asked different questions are different versions. */
function guessed(name: string, raw: readonly RawAnswers[]): Instrument {
  const items = [...new Set(raw.map(({ item }) => item))];
  const waves = [...new Set(raw.map(({ wave }) => wave))];
  if (waves.some((wave) => new Set(raw.filter((one) => one.wave === wave).map(({ item }) => item)).size < items.length))
    throw different(name, raw);
  const [low, high] = raw.reduce(
    ([least, most], { values }) => [
      values.reduce((end, value) => (value < end ? value : end), least),
      values.reduce((end, value) => (value > end ? value : end), most),
    ],
    [1, 5],
  );
  return {
    id: name.toLowerCase(),
    title: name,
    audience: 'both',
    min: low,
    max: high,
    score: 'mean',
    minAnswered: 0.75,
    higherIs: 'better',
    source: 'the questions as they were answered',
    items: items.map((item) => ({ item, text: item, subscale: null, reverse: false })),
  };
}

function different(name: string, raw: readonly RawAnswers[]): Failure {
  const waves = inOrder([...new Set(raw.map(({ wave }) => wave))].map((wave) => ({ wave })));
  const told = waves.map(({ wave }) => {
    const of = raw.filter((one) => one.wave === wave);
    const versions = [...new Set(of.map(({ version }) => version ?? 'an unknown one'))];
    return `${wave} on ${versions.join(' and ')} (${new Set(of.map(({ item }) => item)).size} questions)`;
  });
  const last = waves.filter(({ wave }) => wave !== 'then').at(-1)?.wave ?? 'post';
  return new Failure('bad-data', {
    code: 'versions-differ',
    message: `the waves of ${name} were answered on different versions and cannot be compared: ${told.join(', ')}`,
    hint: `Import the answers again under one instrument, or look at one wave by itself: --wave ${last}.`,
  });
}
