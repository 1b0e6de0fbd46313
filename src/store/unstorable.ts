// Numbers that no column can hold.

/** Throws TypeError for NaN and infinities: an engine may keep them as NULL without a word. */
export function refuseUnstorable(columns: readonly string[], cells: readonly unknown[]): void {
  for (let index = 0; index < cells.length; index++) {
    const value = cells[index];
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TypeError(`${columns[index] ?? ''} is ${value}, which no column can hold`);
  }
}
