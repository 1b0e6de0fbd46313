// What init did, or would do: how much of a program was proposed, what is only possible, the next command.
import { counted } from '../count-words.ts';
import type { Proposal } from '../columns/propose-criteria.ts';
import { criterionName } from '../matching/scoring/apportion.ts';
import { ruleKind } from '../matching/scoring/rule-kinds.ts';
import type { Block, Cell, Report } from '../report/report.ts';
import type { Program } from '../program/program.ts';

/** `mentorctl/init@1`; `text`: the whole file, for a dry run. */
export function newProgramReport(made: {
  readonly text: string;
  readonly program: Program;
  readonly proposal: Proposal;
  readonly badRows: number;
  readonly fromFiles: boolean;
  /** The old file is kept beside the new one. */
  readonly replaced: boolean;
  readonly dryRun: boolean;
  readonly next: { readonly command: string; readonly text: string };
}): Report {
  const { program, proposal, badRows, fromFiles, replaced, dryRun, next } = made;
  const { fields, measures } = program;
  const found = [
    counted(fields.length, 'field'),
    counted(proposal.rules.length, 'rule'),
    counted(proposal.criteria.length, 'criterion', 'criteria'),
    ...(measures.length === 0 ? [] : [counted(measures.length, 'measure')]),
  ].join(', ');
  const wrote = dryRun ? 'Would write' : 'Wrote';
  const kept = replaced ? ` The old one ${dryRun ? 'would be' : 'is'} kept as mentorctl.yaml.old.` : '';
  const blocks: Block[] = [
    {
      kind: 'prose',
      text: `${wrote} mentorctl.yaml for ${program.name}${fromFiles ? `: ${found} proposed` : ''}.${kept} Look it over and change what you like.`,
    },
  ];
  if (badRows > 0)
    blocks.push({
      kind: 'caution',
      text: `${counted(badRows, 'row has an error', 'rows have errors')}; mentorctl import will say which.`,
    });
  const rows = proposedRows(proposal);
  if (fromFiles)
    blocks.push({
      kind: 'table',
      table: {
        id: 'proposed',
        title: 'Proposed',
        columns: [
          { id: 'what', title: 'what' },
          { id: 'kind', title: 'kind' },
          { id: 'of', title: 'of' },
          { id: 'importance', title: 'importance' },
          { id: 'note', title: 'note', wrap: true },
        ],
        rows,
      },
    });
  blocks.push({ kind: 'next', ...next });
  return {
    schema: 'mentorctl/init@1',
    blocks,
    csvTable: 'proposed',
    json: {
      file: 'mentorctl.yaml',
      program: program.name,
      fields: fields.map(({ name, type, options }) => ({ name, type, options })),
      rules: proposal.rules,
      criteria: proposal.criteria,
      possible: proposal.off.map(({ criterion, why }) => ({ ...criterion, why })),
      measures: measures.map(({ name }) => name),
      rowsWithErrors: badRows,
      replaced,
      dryRun,
      text: made.text,
    },
  };
}

function proposedRows({ rules, criteria, off }: Proposal): Cell[][] {
  const words = (...cells: string[]): Cell[] => cells.map((text) => ({ kind: 'text', text }));
  return [
    ...rules.map((rule) => words('rule', rule.kind, ruleKind(rule.kind).words(rule), '', '')),
    ...criteria.map((one) => words('criterion', one.kind, criterionName(one), String(one.importance), '')),
    ...off.map(({ criterion, why }) => words('possible', criterion.kind, criterionName(criterion), 'off', why)),
  ];
}
