// Two people as they are now, whom no run compared: how they fit, what bars them, whether they are a pair already.
import { formatDate, parseIsoDate } from '../../civil-date.ts';
import type { Report } from '../../report/report.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { fit, named, noPlace } from './insight-words.ts';
import { partsTable } from './parts-table.ts';
import type { ScorePart } from '../run.ts';

export interface PairNow {
  readonly mentee: Candidate;
  /** With the places that standing pairs leave. */
  readonly mentor: Candidate;
  readonly parts: readonly ScorePart[];
  readonly barredBy: readonly string[];
  /** The day they became a pair, `YYYY-MM-DD`; undefined where they are none. */
  readonly since: string | undefined;
  /** A run that was asked about and did not see both. */
  readonly notIn: number | undefined;
}

export function pairNowReport({ mentee, mentor, parts, barredBy, since, notIn }: PairNow): Report {
  const score = parts.length === 0 ? TOP_SCORE : parts.reduce((sum, { points }) => sum + points, 0);
  const full = since === undefined ? noPlace(mentor) : undefined;
  const bars = since === undefined ? [...barredBy, ...(full === undefined ? [] : [full])] : [];
  const today = since === undefined || barredBy.length === 0 ? '' : ` Today this would bar it: ${barredBy.join('; ')}.`;
  const two = `${mentee.name} and ${mentor.name}`;
  const text =
    since !== undefined
      ? `${two} are a pair since ${day(since)}. They fit ${fit(score)} of 100.${today}`
      : bars.length === 0
        ? `${two} fit ${fit(score)} of 100.`
        : `${two} cannot be paired: ${bars.join('; ')}. Apart from that they fit ${fit(score)} of 100.`;
  return {
    schema: 'mentorctl/explain@1',
    blocks: [
      { kind: 'prose', text: notIn === undefined ? text : `Run ${notIn} did not see both. As they are now: ${text}` },
      { kind: 'table', table: partsTable(parts) },
    ],
    json: {
      mentee: named(mentee),
      mentor: named(mentor),
      run: null,
      paired: since !== undefined,
      since: since ?? null,
      eligible: bars.length === 0,
      barredBy,
      places: { free: mentor.seats, taken: mentor.taken ?? 0 },
      score,
      parts,
    },
  };
}

function day(iso: string): string {
  const date = parseIsoDate(iso);
  return date === undefined ? iso : formatDate(date);
}
