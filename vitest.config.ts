import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Every core: by itself it leaves one of them to nobody.
    maxWorkers: '100%',
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
        },
      },
      {
        // Real Asterisk, real PostgreSQL: one file at a time, so that two engines never share the two cores' attention.
        test: {
          name: 'contract',
          include: ['server/**/*.contract.test.ts', 'caller/**/*.contract.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          include: ['src/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 30_000,
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
