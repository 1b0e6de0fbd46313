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
  /** What its first argument is called: `person`; empty where it takes none. */
  readonly argument: string;
}

/** Read from the database as it is now, without a question: what cannot be read is not offered. `place`: options that were typed before. */
const listOf = (command: string, place = ''): string =>
  `mentorctl ${command}${place} --no-input --format csv 2>/dev/null </dev/null | tail -n +2 | cut -d, -f1`;

/** What options and arguments name, by what they are called. */
const named: Readonly<Record<string, 'cohorts' | 'people' | 'runs'>> = {
  '--cohort': 'cohorts',
  name: 'cohorts',
  '--person': 'people',
  '--mentee': 'people',
  '--mentor': 'people',
  '--prefer': 'people',
  '--confirm': 'people',
  person: 'people',
  mentee: 'people',
  kept: 'people',
  '--run': 'runs',
  run: 'runs',
};
/** Commands whose argument `name` is a cohort that there is. */
const takesCohort: ReadonlySet<string> = new Set(['cohort close']);

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

/** What its first argument names; empty for other things. */
function kindOf({ words, argument }: CommandWords): string {
  if (argument === 'name') return takesCohort.has(words) ? 'cohorts' : '';
  return named[argument] ?? '';
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
    return `    "${first}") words="${all}"; options="${flags(own?.options ?? [])}"; kind="${own === undefined ? '' : kindOf(own)}" ;;`;
  });
  const pairs = commands
    .filter((command) => command.words.includes(' '))
    .map(
      (command) =>
        `    "${command.words}") words="${command.choices.join(' ')}"; options="${flags(command.options)}"; kind="${kindOf(command)}" ;;`,
    );
  const values = new Map<string, readonly string[]>();
  for (const { flag, choices } of [...everywhere, ...commands.flatMap(({ options }) => options)])
    values.set(flag, [...new Set([...(values.get(flag) ?? []), ...choices])]);
  const closed = [...values].filter(([, choices]) => choices.length > 0);
  const free = [...everywhere, ...commands.flatMap(({ options }) => options)].filter(
    ({ takesValue, choices, flag }) => takesValue && choices.length === 0 && named[flag] === undefined,
  );
  const valued = [...everywhere, ...commands.flatMap(({ options }) => options)].filter(({ takesValue }) => takesValue);
  // Short forms as well: `-C, --dir <folder>`.
  const skipped = [...new Set(valued.flatMap(({ written }) => written.match(/(?<![\w-])--?[\w-]+/g) ?? []))].join('|');
  return `_mentorctl_list() {
  case "$1" in
    cohorts) ${listOf('cohort list', ' "${place[@]}"')} ;;
    people) ${listOf('person list', ' "${place[@]}" "${cohort[@]}"')} | sort -u ;;
    runs) ${listOf('match list', ' "${place[@]}" "${cohort[@]}"')} ;;
  esac
}
_mentorctl() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" first="" second="" words="" options="" kind="" word index
  local place=() cohort=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in
      -C | --dir | --db) place+=("$word" "\${COMP_WORDS[index+1]}"); ((index++)); continue ;;
      --cohort) cohort=("$word" "\${COMP_WORDS[index+1]}"); ((index++)); continue ;;
      ${skipped}) ((index++)); continue ;;
      -*) continue ;;
    esac
    if [ -z "$first" ]; then first="$word"; elif [ -z "$second" ]; then second="$word"; fi
  done
  COMPREPLY=()
  case "$previous" in
${Object.entries(named)
  .filter(([flag]) => flag.startsWith('--'))
  .map(
    ([flag, kind]) =>
      `    ${flag}) local IFS=$'\\n'; COMPREPLY=($(compgen -W "$(_mentorctl_list ${kind})" -- "$current")); return ;;`,
  )
  .join('\n')}
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
    *)
      COMPREPLY=($(compgen -W "$words" -- "$current"))
      local IFS=$'\\n'
      if [ -n "$kind" ]; then COMPREPLY+=($(compgen -W "$(_mentorctl_list "$kind")" -- "$current"))
      else COMPREPLY+=($(compgen -f -- "$current")); fi ;;
  esac
}
complete -F _mentorctl mentorctl
`;
}

/** What was typed before says which program is meant, and which cohort. */
const fishPlace = `function __mentorctl_typed
    set -l words (commandline -opc)
    for at in (seq (count $words))
        if contains -- $words[$at] $argv; and test $at -lt (count $words)
            printf '%s\\n' $words[$at] $words[(math $at + 1)]
        end
    end
end`;
const fishLists = {
  cohorts: listOf('cohort list', ' (__mentorctl_typed -C --dir --db)'),
  people: listOf('person list', ' (__mentorctl_typed -C --dir --db --cohort)'),
  runs: listOf('match list', ' (__mentorctl_typed -C --dir --db --cohort)'),
} as const;

function fish(commands: readonly CommandWords[], everywhere: readonly OptionWords[]): string {
  const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const option = (condition: string, { flag, description, takesValue, choices }: OptionWords): string => {
    const values =
      named[flag] !== undefined
        ? ` -x -a ${quote(`(${fishLists[named[flag]]})`)}`
        : choices.length > 0
          ? ` -x -a ${quote(choices.join(' '))}`
          : takesValue
            ? ' -r'
            : '';
    return `complete -c mentorctl${condition} -l ${flag.slice(2)}${values} -d ${quote(description)}`;
  };
  const firsts = firstWords(commands);
  return `${[
    fishPlace,
    ...everywhere.map((one) => option('', one)),
    ...firsts.map((first) => {
      const own = commands.find(({ words }) => words === first);
      return `complete -c mentorctl -f -n __fish_use_subcommand -a ${first} -d ${quote(own?.summary ?? `${first} ...`)}`;
    }),
    ...commands.flatMap((command) => {
      const { words, summary, options } = command;
      const kind = kindOf(command) as keyof typeof fishLists | '';
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
        ...(kind === '' ? [] : [`complete -c mentorctl -f -n ${quote(here)} -a ${quote(`(${fishLists[kind]})`)}`]),
        ...options.map((one) => option(` -n ${quote(here)}`, one)),
      ];
    }),
  ].join('\n')}\n`;
}
