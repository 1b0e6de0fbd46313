// Shell completion, made from the command tree: words, options, the choices of options, and names of cohorts as they are now.

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export interface OptionWords {
  /** `--cohort` */
  readonly flag: string;
  /** With its short form and its value: `-o, --output <file>`. */
  readonly written: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

export interface CommandWords {
  /** `pair end`, or one word. */
  readonly words: string;
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** Choices of its first argument. */
  readonly choices: readonly string[];
}

const cohortNames = 'mentorctl cohort list --format csv 2>/dev/null | tail -n +2 | cut -d, -f1';

export function completionScript(
  shell: Shell,
  commands: readonly CommandWords[],
  everywhere: readonly OptionWords[],
): string {
  switch (shell) {
    case 'bash':
      return bash(commands, everywhere);
    case 'zsh':
      return `#compdef mentorctl\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands, everywhere)}`;
    case 'fish':
      return fish(commands, everywhere);
  }
}

function firstWords(commands: readonly CommandWords[]): string[] {
  return [...new Set(commands.map(({ words }) => words.split(' ')[0] ?? ''))];
}

function secondWords(commands: readonly CommandWords[], first: string): CommandWords[] {
  return commands.filter(({ words }) => words.startsWith(`${first} `));
}

function bash(commands: readonly CommandWords[], everywhere: readonly OptionWords[]): string {
  const flags = (options: readonly OptionWords[]): string => options.map(({ flag }) => flag).join(' ');
  const words = firstWords(commands).map((first) => {
    const seconds = secondWords(commands, first).map((command) => command.words.split(' ')[1] ?? '');
    const own = commands.find((command) => command.words === first);
    const all = [...seconds, ...(own?.choices ?? [])].join(' ');
    return `    "${first}") words="${all}"; options="${flags(own?.options ?? [])}" ;;`;
  });
  const pairs = commands
    .filter((command) => command.words.includes(' '))
    .map(
      ({ words: two, options, choices }) =>
        `    "${two}") words="${choices.join(' ')}"; options="${flags(options)}" ;;`,
    );
  const values = new Map<string, readonly string[]>();
  for (const { flag, choices } of [...everywhere, ...commands.flatMap(({ options }) => options)])
    values.set(flag, [...new Set([...(values.get(flag) ?? []), ...choices])]);
  const closed = [...values].filter(([, choices]) => choices.length > 0);
  const free = [...everywhere, ...commands.flatMap(({ options }) => options)].filter(
    ({ takesValue, choices, flag }) => takesValue && choices.length === 0 && flag !== '--cohort',
  );
  return `_mentorctl() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" first="" second="" words="" options="" word index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in -*) continue ;; esac
    if [ -z "$first" ]; then first="$word"; elif [ -z "$second" ]; then second="$word"; fi
  done
  COMPREPLY=()
  case "$previous" in
    --cohort) local IFS=$'\\n'; COMPREPLY=($(compgen -W "$(${cohortNames})" -- "$current")); return ;;
${closed.map(([flag, choices]) => `    ${flag}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;`).join('\n')}
    ${[...new Set(free.map(({ flag }) => flag))].join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case "$first" in
    "") words="${[...firstWords(commands), 'help'].join(' ')}" ;;
${words.join('\n')}
  esac
  case "$first $second" in
${pairs.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options ${flags(everywhere)} --help" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current")) ;;
  esac
}
complete -F _mentorctl mentorctl
`;
}

function fish(commands: readonly CommandWords[], everywhere: readonly OptionWords[]): string {
  const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const option = (condition: string, { flag, description, takesValue, choices }: OptionWords): string => {
    const values =
      flag === '--cohort'
        ? ` -x -a ${quote(`(${cohortNames})`)}`
        : choices.length > 0
          ? ` -x -a ${quote(choices.join(' '))}`
          : takesValue
            ? ' -r'
            : '';
    return `complete -c mentorctl${condition} -l ${flag.slice(2)}${values} -d ${quote(description)}`;
  };
  const firsts = firstWords(commands);
  return `${[
    ...everywhere.map((one) => option('', one)),
    ...firsts.map((first) => {
      const own = commands.find(({ words }) => words === first);
      return `complete -c mentorctl -f -n __fish_use_subcommand -a ${first} -d ${quote(own?.summary ?? `${first} ...`)}`;
    }),
    ...commands.flatMap(({ words, summary, options }) => {
      const [first = '', second] = words.split(' ');
      const seconds = secondWords(commands, first).map((command) => command.words.split(' ')[1] ?? '');
      const within = `__fish_seen_subcommand_from ${first}`;
      const here = second === undefined ? within : `${within}; and __fish_seen_subcommand_from ${second}`;
      return [
        ...(second === undefined
          ? []
          : [
              `complete -c mentorctl -f -n ${quote(`${within}; and not __fish_seen_subcommand_from ${seconds.join(' ')}`)} -a ${second} -d ${quote(summary)}`,
            ]),
        ...options.map((one) => option(` -n ${quote(here)}`, one)),
      ];
    }),
  ].join('\n')}\n`;
}
