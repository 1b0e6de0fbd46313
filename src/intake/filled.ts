/** How many cells hold something. */
export const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;
