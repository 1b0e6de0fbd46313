// A page that hides nothing says so, at its head and at its foot.
import type { Block } from '../report/report.ts';

const words =
  'For your own eyes: small groups and single people are shown here. This page is not to be passed on; without --for-own-eyes, and with min-cell above 1, they are hidden.';

/** Empty unless a single person may be shown. */
export function ownEyesBlocks(minCell: number): Block[] {
  return minCell > 1 ? [] : [{ kind: 'caution', text: words }];
}
