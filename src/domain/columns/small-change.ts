// Whether one heading is another one worded a little differently. Years, terms, waves, numbers, opposites and negations are
// what tells two questions apart: where one of them differs, nothing else is a small change.
import { findTerm } from '../cells/terms.ts';

/** Words that stand in any question and ask nothing. */
const fillers = new Set(
  'a an the your you please now this what which is are do does did select choose all that apply to of in for on at and or this our i my me we it would will have has with by le la les des du de vos votre quel quelle quels quelles est sont que los las el un una sus su cual cuales cuál cuáles qué quién tu tus der die das den dem ihre ihr welche welcher welches sind ist bitte und o os as seus sua qual quais il lo gli i vostro quale sono'.split(
    ' ',
  ),
);

/** Words of which each turns the meaning. */
const telling = new RegExp(
  `^(?:\\d+\\p{L}*|\\p{L}*\\d+|${[
    'not|no|non|never|none|without|cannot|dont|don|t|nor|neither|un|kein\\p{L}*|nicht|nie|ohne|ne|pas|jamais|sans|nunca|sin|ni|não|nao|sem|mai|senza|niet|geen|zonder',
    'pre|post|mid|then|baseline|follow|followup|wave|round|before|after|during|initial|final|midterm|early|late|prior|previous|next|last|first|second|third|fourth|fifth|sixth|one|two|three|four|five|current|former|past|future|old|new|antes|después|despues|avant|après|apres|vor|nach|vorher|nachher|erste\\p{L}?|zweite\\p{L}?|primer\\p{L}?|segund\\p{L}|premi\\p{L}+|deuxi\\p{L}+',
    'fall|autumn|spring|summer|winter|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun',
    'mentor|mentors|mentee|mentees|want|wants|wanted|need|needs|seek|seeking|offer|offers|give|giving|get|receive|help|helped|teach|learn|ask|share|like|dislike|love|hate|prefer|avoid|agree|disagree|yes|best|worst|most|least|more|less|fewer|max|maximum|min|minimum|high|low|higher|lower|strong|weak|strength|strengths|weakness|weaknesses|strongest|weakest|easy|hard|start|end|begin|finish|from|until|in|out|own|other|others|work|home|personal|professional|mother|father|parent|school|college|major|minor|passed|failed|earned|attempted|enrolled|withdrawn|gained|lost|positive|negative|increase|decrease|same|different|left|right|primary|secondary|internal|external|online|person|day|night|morning|afternoon|evening|weekday|weekend|undergraduate|graduate|short|long|old|young|male|female|public|private|on|off|open|closed|only|except|if',
  ].join('|')})$`,
  'u',
);

/** 0..1, where 1 is the same; 0 where they are two headings. Both are folded. */
export function headingLikeness(before: string, now: string): number {
  if (before === now) return 1;
  if (findTerm(before)?.term.label !== findTerm(now)?.term.label) return 0;
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  const gone = old.filter((word) => !fresh.includes(word));
  const come = fresh.filter((word) => !old.includes(word));
  if ([...gone, ...come].some((word) => telling.test(word))) return 0;
  if (gone.some((word) => come.some((other) => turned(word, other)))) return 0;
  const [oldKey, freshKey] = [content(old), content(fresh)];
  if (oldKey.length > 0 && oldKey.join(' ') === freshKey.join(' ')) return 0.95;
  const longer = Math.max(oldKey.length, freshKey.length);
  if (Math.min(oldKey.length, freshKey.length) < 3) return 0;
  const common = oldKey.filter((word) => freshKey.includes(word)).length / longer;
  return common >= 0.75 ? common * 0.9 : 0;
}

/** One and several are one word; what tells, and what says nothing, stays as it is. */
function wordsOf(heading: string): string[] {
  return heading
    .split(' ')
    .map((word) =>
      word.length <= 3 || word.endsWith('ss') || fillers.has(word) || telling.test(word)
        ? word
        : word.replace(/s$/, ''),
    );
}

/** The words that carry meaning, in order; all where there are none. */
function content(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !fillers.has(word));
  return kept.length === 0 ? words : kept;
}

/** `satisfied` and `dissatisfied`, `enrolled` and `unenrolled`. */
function turned(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long.endsWith(short) &&
    /^(un|non|dis|in|im|ir|il|de|mis|anti|über|unter|re|pre|post)$/.test(long.slice(0, -short.length))
  );
}
