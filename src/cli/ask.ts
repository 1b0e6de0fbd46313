// Questions on a terminal. Every question has a flag that answers it; without a terminal the question is an error that names the flag.
import { Failure } from '../domain/failure.ts';
import { safeText } from '../domain/safe-text.ts';
import type { Host } from './host.ts';
import type { Settings } from './settings.ts';

export interface Asker {
  /** True when questions can be asked: stdin and stderr are terminals and --no-input is not given. */
  readonly possible: boolean;
  confirm(question: string, flag: string): Promise<boolean>;
  choose<T extends string>(question: string, choices: readonly { value: T; label: string }[], flag: string): Promise<T>;
  /** A line of text. `check` says what is wrong with it, in words, or nothing; an empty answer is `standard`. */
  text(question: string, flag: string, options?: TextOptions): Promise<string>;
  /** A line that is not shown while it is typed. */
  secret(question: string, flag: string): Promise<string>;
  /** Like choose, for long lists: what is typed narrows them. */
  search<T extends string>(
    question: string,
    matching: (typed: string) => readonly { value: T; label: string }[],
    flag: string,
  ): Promise<T>;
}

interface TextOptions {
  readonly standard?: string;
  readonly check?: (text: string) => string | undefined;
}

/**
 * Questions for a command. Each throws Failure('usage') that names the flag where there is no terminal,
 * Failure('cancelled') at Ctrl-C.
 */
export function asker(host: Host, settings: Settings): Asker {
  const possible = host.stdin.isTTY && host.stderr.isTTY && settings.input.value;
  const need = (question: string, flag: string): void => {
    if (possible) return;
    throw new Failure('usage', {
      code: 'needs-answer',
      message: `this needs an answer: ${question}`,
      hint: `Without a terminal, answer with ${flag}.`,
    });
  };
  return {
    possible,
    confirm: async (question, flag) => {
      need(question, flag);
      const prompt = await promptOnStderr();
      const { answer } = await cancellable(
        prompt([{ type: 'confirm', name: 'answer', message: safeText(question), default: false }]),
      );
      return answer as boolean;
    },
    choose: async (question, choices, flag) => {
      need(question, flag);
      const prompt = await promptOnStderr();
      const listed = choices.map(({ value, label }) => ({ value, name: safeText(label) }));
      const { answer } = await cancellable(
        prompt([{ type: 'select', name: 'answer', message: safeText(question), choices: listed }]),
      );
      return answer as (typeof choices)[number]['value'];
    },
    text: async (question, flag, { standard = '', check } = {}) => {
      need(question, flag);
      const prompt = await promptOnStderr();
      const validate = (text: string): string | true => check?.(text.trim() === '' ? standard : text.trim()) ?? true;
      const { answer } = await cancellable(
        prompt([
          {
            type: 'input',
            name: 'answer',
            message: safeText(question),
            ...(standard === '' ? {} : { default: standard }),
            validate,
          },
        ]),
      );
      return (answer as string).trim();
    },
    secret: async (question, flag) => {
      need(question, flag);
      const prompt = await promptOnStderr();
      const { answer } = await cancellable(prompt([{ type: 'password', name: 'answer', message: safeText(question) }]));
      return answer as string;
    },
    search: async (question, matching, flag) => {
      need(question, flag);
      const prompt = await promptOnStderr();
      const source = (typed: string | undefined): object[] =>
        matching(typed ?? '').map(({ value, label }) => ({ value, name: safeText(label) }));
      const { answer } = await cancellable(
        prompt([{ type: 'search', name: 'answer', message: safeText(question), source }]),
      );
      return answer as ReturnType<typeof matching>[number]['value'];
    },
  };
}

// inquirer costs 60 ms to load: only a question pays for it. stdout carries results, so prompts go to stderr.
async function promptOnStderr(): Promise<(questions: readonly object[]) => PromiseLike<{ answer: unknown }>> {
  const { default: inquirer } = await import('inquirer');
  return inquirer.createPromptModule({ output: process.stderr }) as never;
}

async function cancellable<T>(answer: PromiseLike<T>): Promise<T> {
  const cancelled = (cause?: unknown): Failure =>
    new Failure('cancelled', { code: 'cancelled', message: 'cancelled; nothing was changed', cause });
  // Ctrl-D closes the input: inquirer then waits for ever, and Node would end without a word.
  let idle = (): void => undefined;
  const closed = new Promise<never>((_, reject) => {
    idle = () => {
      reject(cancelled());
    };
  });
  process.once('beforeExit', idle);
  try {
    return await Promise.race([answer, closed]);
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw cancelled(error);
    throw error;
  } finally {
    process.removeListener('beforeExit', idle);
  }
}
