import { configDefaults, defineConfig } from 'vitest/config';

/** Another driver in the place of better-sqlite3, see .ci/ciphers. */
const driver = process.env['MENTORCTL_TEST_DRIVER'];

export default defineConfig({
  test: {
    ...(driver === undefined ? {} : { alias: [{ find: /^better-sqlite3$/, replacement: driver }] }),
    // Test files share what is loaded: nothing in src keeps anything between two commands, and loading it anew a hundred times took half the time.
    isolate: false,
    include: ['test/**/*.test.ts'],
    // Tests of encryption run where the driver that encrypts is there, the one of its absence where it is not: neither is ever skipped.
    exclude: [
      ...configDefaults.exclude,
      `test/store/${driver === undefined ? 'encrypted' : 'without-ciphers'}.test.ts`,
    ],
    // Colour and terminal width must not leak from the developer's terminal into what tests see.
    env: { NO_COLOR: '1' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
