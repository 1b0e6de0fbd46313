// A page that hides nothing says so, at its head and at its foot.
import type { Block, Report } from '../report/report.ts';

const everywhere = 'For your own eyes: not to be passed on.';
export const ownEyesWords =
  'For your own eyes: small groups and single people are shown here. This page is not to be passed on; without --for-own-eyes, and with min-cell above 1, they are hidden.';

/** The report as it is unless a single person may be shown. */
export function forOwnEyes(report: Report, minCell: number): Report {
  if (minCell > 1) return report;
  const said: Block = { kind: 'caution', text: ownEyesWords };
  const cautions = Array.isArray(report.json['cautions']) ? (report.json['cautions'] as readonly unknown[]) : [];
  return {
    ...report,
    everywhere,
    blocks: [said, ...report.blocks, said],
    json: { ...report.json, forOwnEyes: true, cautions: [ownEyesWords, ...cautions] },
  };
}
