import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { FailedTests } from './scripts/failed-tests.ts';

const failures = process.env['FRONTDESK_TEST_FAILURES'];
// As with the browser's tests, one that fails on CI is tried again and said to have been; failed-tests.ts counts them.
const retry = process.env['CI'] === undefined ? 0 : 1;

export default defineConfig({
  test: {
    // Every core: by itself it leaves one of them to nobody.
    maxWorkers: '100%',
    reporters: failures === undefined ? ['default'] : ['default', new FailedTests(failures)],
    projects: [
      {
        test: {
          name: 'node',
          include: [
            'shared/**/*.test.ts',
            'server/**/*.test.ts',
            'caller/**/*.test.ts',
            'bench/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['**/*.contract.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          retry,
        },
      },
      {
        // Real Asterisk, real PostgreSQL, each file its own: they mostly wait for calls, which take the time they take.
        test: {
          name: 'contract',
          include: ['server/**/*.contract.test.ts', 'caller/**/*.contract.test.ts'],
          environment: 'node',
          maxWorkers: 2,
          testTimeout: 60_000,
          retry,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          // A window of its own for each file, without reading jsdom anew for each: less than half the time.
          pool: 'vmForks',
          testTimeout: 30_000,
          retry,
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
