// The part of mentorctl.yaml about people's data: consent, how long it is kept, who looked. Shape and value, side by side.
import { z } from 'zod';
import type { KeepPlan, Keeping } from '../domain/program/keeping.ts';
import { didYouMean } from '../domain/suggest.ts';
import type { Program } from '../domain/program/program.ts';

const name = z.string().min(1);
const yesNo = z.union([z.boolean(), z.enum(['yes', 'no'])]);

/** Sections of programSchema. */
export const keepingSections = {
  consent: z
    .union([name, z.strictObject({ counted: name.optional(), told: name.optional(), unknown: yesNo.optional() })])
    .optional(),
  keep: z
    .string()
    .regex(/^[1-9]\d{0,3} (day|month|year)s?$/, 'write it as 3 years, 18 months or 90 days')
    .optional(),
  'log-reading': yesNo.optional(),
};

type KeepingText = { [K in keyof typeof keepingSections]?: z.infer<(typeof keepingSections)[K]> };

export function toKeeping({ consent, keep, 'log-reading': reading }: KeepingText): Keeping {
  const said = typeof consent === 'string' ? { counted: consent, told: consent } : consent;
  return {
    ...(said === undefined
      ? {}
      : {
          consent: {
            ...(said.counted === undefined ? {} : { counted: said.counted }),
            ...(said.told === undefined ? {} : { told: said.told }),
            unknown: isYes('unknown' in said ? said.unknown : undefined) ? ('yes' as const) : ('no' as const),
          },
        }),
    ...(keep === undefined ? {} : { keep: keepPlan(keep) }),
    ...(isYes(reading) ? { logReading: true as const } : {}),
  };
}

function isYes(word: boolean | 'yes' | 'no' | undefined): boolean {
  return word === true || word === 'yes';
}

function keepPlan(text: string): KeepPlan {
  const [count = '', unit = ''] = text.split(' ');
  return { count: Number(count), unit: unit.replace(/s$/, '') as KeepPlan['unit'] };
}

/** Consent is read from a yes-no field or measure, or there is none: an answer that cannot be read must not pass for a yes. */
export function checkConsent(
  program: Program,
): { path: string[]; code: string; value: string; message: string; hint: string }[] {
  const known = [...program.fields, ...program.measures.map(({ name: of, kind }) => ({ name: of, type: kind }))];
  const { consent } = program;
  const keys = consent?.counted === consent?.told ? (['counted'] as const) : (['counted', 'told'] as const);
  return keys.flatMap((key) => {
    const wanted = consent?.[key];
    const found = known.filter((one) => one.name === wanted);
    if (wanted === undefined || found.some(({ type }) => type === 'yes-no')) return [];
    const [other] = found;
    const names = known.filter(({ type }) => type === 'yes-no').map((one) => one.name);
    return [
      {
        path: ['consent', key],
        code: other === undefined ? 'program-unknown-field' : 'program-field-type',
        value: wanted,
        message:
          other === undefined
            ? `there is no field or measure "${wanted}"`
            : `consent cannot be read from "${wanted}", which is ${other.type}`,
        hint:
          didYouMean(wanted, names) ??
          (names.length === 0
            ? 'Name a yes-no field or measure; there is none yet.'
            : `It reads: ${names.join(', ')}.`),
      },
    ];
  });
}
