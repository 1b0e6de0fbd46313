// A rule about mentees among each other, as the search for the best answer sees it.

/** Rows of a table; a mentor is the group of columns that `ownerOf` gives one number. */
export type SideRule =
  | { readonly kind: 'apart' | 'together'; readonly rows: readonly number[]; readonly words: string }
  | {
      readonly kind: 'balance';
      /** 1 for rows of the group. */
      readonly isIn: Uint8Array;
      readonly least: number;
      readonly most: number;
      readonly words: string;
    };
