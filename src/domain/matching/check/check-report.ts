// A program check as a report: what stands in the way first, each with where it is and how to mend it.
import { counted } from '../../count-words.ts';
import type { Block, Report, Table } from '../../report/report.ts';
import type { ProgramCheck } from './check-program.ts';
import type { ProgramFinding } from './program-finding.ts';

const order = ['problem', 'warning', 'note'] as const;

/** `checked`: undefined where there is no cohort yet to look at. */
export function checkReport(
  program: { readonly name: string; readonly rules: number; readonly criteria: number; readonly file: boolean },
  checked: (ProgramCheck & { readonly cohort: string }) | undefined,
  next: { readonly command: string; readonly text: string },
): Report {
  const findings = order.flatMap((severity) => (checked?.findings ?? []).filter((one) => one.severity === severity));
  const of = (severity: ProgramFinding['severity']): number =>
    findings.filter((one) => one.severity === severity).length;
  const parts = order.flatMap((severity) => (of(severity) === 0 ? [] : [counted(of(severity), severity)]));
  const file = program.file
    ? `mentorctl.yaml reads well: ${counted(program.rules, 'rule')}, ${counted(program.criteria, 'criterion', 'criteria')}.`
    : 'There is no mentorctl.yaml yet; the standards hold.';
  const people =
    checked === undefined
      ? ' There is no cohort yet to check it against.'
      : ` Against the ${counted(checked.mentees, 'mentee')} and ${counted(checked.mentors, 'mentor')} of ${checked.cohort}: ${parts.length === 0 ? 'nothing to remark' : parts.join(', ')}.`;
  const blocks: Block[] = [{ kind: 'prose', text: `${file}${people}` }];
  const table: Table = {
    id: 'findings',
    title: '',
    columns: [
      { id: 'severity', title: 'what' },
      { id: 'where', title: 'where' },
      { id: 'message', title: 'finding', wrap: true },
      { id: 'remedy', title: 'remedy', wrap: true },
    ],
    rows: findings.map(({ severity, where, message, remedy }) =>
      [severity, where, message, remedy].map((text) => ({ kind: 'text' as const, text })),
    ),
  };
  if (findings.length > 0) blocks.push({ kind: 'table', table });
  blocks.push({ kind: 'next', ...next });
  return {
    schema: 'mentorctl/program-check@1',
    blocks,
    csv: table,
    json: {
      program: program.name,
      cohort: checked?.cohort ?? null,
      mentees: checked?.mentees ?? null,
      mentors: checked?.mentors ?? null,
      compared: checked?.compared ?? null,
      items: findings,
    },
  };
}
