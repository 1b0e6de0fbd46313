// Answers to known instruments, gathered while their rows go in, so that they can be scored on the spot.

interface AnswerRow {
  readonly personId: number;
  readonly instrument: string;
  readonly wave: string;
  readonly item: string;
  readonly answer: number;
  readonly version: string | null;
}

/** By instrument and wave, by person, by item. */
type ByPerson = Map<number, Map<string, number>>;

export interface AnswersTaken {
  add(rows: readonly AnswerRow[]): void;
  readonly waves: ReadonlyMap<
    string,
    { readonly instrument: string; readonly wave: string; readonly people: ByPerson }
  >;
}

/** Gathers answers to known instruments while their rows go in; others are passed over. */
export function answersTaken(): AnswersTaken {
  const waves = new Map<string, { instrument: string; wave: string; people: ByPerson }>();
  return {
    waves,
    add: (rows) => {
      for (const { personId, instrument, wave, item, answer, version } of rows) {
        if (version === null) continue;
        const key = `${instrument}\n${wave}`;
        const entry = waves.get(key) ?? { instrument, wave, people: new Map<number, Map<string, number>>() };
        waves.set(key, entry);
        const answers = entry.people.get(personId) ?? new Map<string, number>();
        entry.people.set(personId, answers.set(item, answer));
      }
    },
  };
}
