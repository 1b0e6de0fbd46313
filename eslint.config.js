// Lint: the strict typed rules, and the walls between rooms that types alone cannot hold. Each ban says its reason.
import { readFileSync } from 'node:fs';
import { URL } from 'node:url';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Names of columns and tables that are several words: nothing else is called so. */
const columns = Array.from(
  readFileSync(new URL('src/store/tables.ts', import.meta.url), 'utf8').matchAll(
    /^ +(?:readonly )?([a-z]+(?:_[a-z]+)+): /gm,
  ),
  ([, name]) => name,
);

const everywhere = [
  {
    selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
    message: 'process.exit() cuts piped output at 64 KiB: set process.exitCode.',
  },
  {
    selector: "CallExpression[callee.property.name='transaction']",
    message: "Kysely's transaction() is deferred and fails under a second writer: use transact() from store/.",
  },
];

const pureReason = 'domain/ is pure: take time, chance and the outside world as arguments.';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.dependency-cruiser.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'bin/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numeric kernels index typed arrays in bounded loops; `?? 0` there costs readers more than it protects.
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    // Rows are the store's: everybody else sees domain values, by their own names, and awaits them.
    files: ['src/**/*.ts'],
    ignores: ['src/store/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'kysely', message: 'queries stand in store/: add an operation there.' }],
          patterns: [
            {
              group: ['**/store/tables.ts', '**/store/dialect/**'],
              message: 'rows stay in store/: see store/rows.ts.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        {
          selector: 'MemberExpression[property.name=/^(selectFrom|insertInto|updateTable|deleteFrom)$/]',
          message: 'queries stand in store/: add an operation there.',
        },
        {
          selector: `Identifier[name=/^(${columns.join('|')})$/]`,
          message:
            'columns of tables are named in store/ alone: domain values have names of their own (domain/records.ts).',
        },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'console', 'Date', 'setTimeout', 'setInterval', 'setImmediate', 'performance', 'fetch'].map(
          (name) => ({ name, message: pureReason }),
        ),
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: pureReason }],
    },
  },
  {
    // Arithmetic on dense arrays: an index proved in range is asserted once by `!`, never read twice.
    files: ['src/domain/matching/**/*.ts', 'src/domain/statistics/**/*.ts', 'src/domain/vectors/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'readonly' } },
  },
  {
    // Published coefficients carry more digits than a double; they are copied as printed.
    files: ['src/domain/statistics/distributions/normal.ts'],
    rules: { 'no-loss-of-precision': 'off' },
  },
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-exports': 'off' } },
);
