// How often people met in a fixed early window. Meetings of the whole period would count who stayed: those who leave stop meeting.

/** Meetings by person; days as day numbers (civil-date.ts), in any order. */
export interface MeetingDays {
  readonly rows: Int32Array;
  readonly days: Int32Array;
}

export interface EarlyWindow {
  readonly meetings: MeetingDays;
  /** First day of each person's first pair, as a day number; NaN: never paired. */
  readonly pairedOn: Float64Array;
  /** Day somebody left, as a day number; NaN: not known to have left. */
  readonly leftOn: Float64Array;
  /** Length in days, counted from the first day of the pair. */
  readonly length: number;
  readonly today: number;
}

/** Meetings by person; NaN for who never had a pair, whose window is not over, or who left before it was. */
export function earlyMeetings({ meetings, pairedOn, leftOn, length, today }: EarlyWindow): Float64Array {
  const counts = pairedOn.map((from, row) => {
    const end = from + length;
    return Number.isNaN(from) || end > today || (leftOn[row] ?? NaN) < end ? NaN : 0;
  });
  meetings.rows.forEach((row, index) => {
    const [day, from] = [meetings.days[index] ?? NaN, pairedOn[row] ?? NaN];
    if (day >= from && day < from + length) counts[row] = (counts[row] ?? NaN) + 1;
  });
  return counts;
}
