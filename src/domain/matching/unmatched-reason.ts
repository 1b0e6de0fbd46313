// Why somebody has no mentor, as a run keeps and says it.

/** Why somebody has no mentor. `rules`: how many mentors each rule bars, and how many it alone bars. */
export interface UnmatchedReason {
  readonly kind:
    'no-mentors' | 'nobody-eligible' | 'too-few-seats' | 'too-many-moves' | 'below-minimum' | 'circle-not-opened';
  readonly text: string;
  readonly rules: readonly { readonly rule: string; readonly bars: number; readonly aloneBars: number }[];
}
