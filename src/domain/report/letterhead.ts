// What the office has on every page, beside the report itself: who it is, whom to write to, its own words, its mark.

export interface Letterhead {
  readonly program: string;
  readonly contact?: string;
  /** Words of the office's own, under every page. */
  readonly footer?: string;
  readonly logo?: Logo;
  readonly paper: 'a4' | 'us-letter';
}

export interface Logo {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/svg+xml';
  /** What it shows, for who cannot see it. */
  readonly alt: string;
}

/** What stands under a page, a line each. */
export function footLines({ program, contact, footer }: Letterhead): string[] {
  return [program, contact, footer].filter((line) => line !== undefined);
}
