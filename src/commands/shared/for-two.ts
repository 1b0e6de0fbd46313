// Commands on MENTEE and MENTOR: either may be left out, and is then told by --pair or asked for.
import type { Act, Run } from './act.ts';

/** The two as they were typed, beside the flags. */
interface Two {
  readonly mentee?: string;
  readonly mentor?: string;
}

/** What such a command does with its command line. */
export function forTwo<T extends Two>(
  act: Act,
  run: Run<T>,
): (mentee: string | undefined, mentor: string | undefined, flags: T) => Promise<void> {
  return (mentee, mentor, flags) => {
    const two = { ...(mentee === undefined ? {} : { mentee }), ...(mentor === undefined ? {} : { mentor }) };
    return act(run, { ...flags, ...two });
  };
}
