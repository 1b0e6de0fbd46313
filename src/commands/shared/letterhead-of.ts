// The office's letterhead from its program file, with its mark read in.
import { defined } from '../../domain/defined.ts';
import type { Letterhead } from '../../domain/report/letterhead.ts';
import type { Program } from '../../domain/program/program.ts';

/** `path`: of the program file, beside which the logo lies. Throws Failure where no page can hold the logo. */
export async function letterheadOf(
  { name, office }: Pick<Program, 'name' | 'office'>,
  path: string,
  wanted: { readonly logo: boolean },
): Promise<Letterhead> {
  const { contact, footer, logo, logoAlt, paper } = office;
  const mark =
    logo === undefined || !wanted.logo
      ? {}
      : {
          logo: {
            ...(await import('../../intake/logo-file.ts')).readLogo(path, logo),
            alt: logoAlt ?? `Logo of ${name}`,
          },
        };
  return {
    program: name,
    ...defined({ contact, footer }),
    ...mark,
    paper: paper === 'letter' ? 'us-letter' : 'a4',
  };
}
