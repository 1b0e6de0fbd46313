// A rule about mentees among each other, as the search for the best answer sees it.

/** Rows of a table; a mentor is the group of columns that `ownerOf` gives one number. */
export type SideRule =
  | { readonly kind: 'apart' | 'together'; readonly rows: readonly number[]; readonly words: string }
  | {
      readonly kind: 'balance';
      /** 1 for rows of the group. */
      readonly isIn: Uint8Array;
      /** By mentor: the mentees she has whatever is decided, and those of the group among them. */
      readonly has: ReadonlyMap<number, { readonly inGroup: number; readonly all: number }>;
      readonly least: number;
      readonly most: number;
      readonly words: string;
    };

/** Slack for shares that are no binary fractions. */
const slack = 1e-9;

/**
 * Whether a mentor may have these besides those she has anyhow: shares that do not hold already are no reason against somebody who
 * does not make them worse. `inGroup` of the `all` who come.
 */
export function balanced(
  inGroup: number,
  all: number,
  { least, most }: { readonly least: number; readonly most: number },
  has: { readonly inGroup: number; readonly all: number } = nobody,
): boolean {
  const [group, whole] = [inGroup + has.inGroup, all + has.all];
  if (whole < 2) return true;
  const tooMany = group > most * whole + slack && inGroup > 0;
  const tooFew = group < least * whole - slack && all > inGroup;
  return !tooMany && !tooFew;
}

const nobody = { inGroup: 0, all: 0 };
