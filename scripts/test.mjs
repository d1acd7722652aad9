// `npm test`: everything that is checked, in the order in which a mistake is cheapest to find.
//   --no-e2e     without the browser        --only=NAME[,NAME]   some steps alone
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild, ensureDependencies, ensureNode, bin, run } from './bootstrap.mjs';
import { prepareEngines } from './prepare-engines.mjs';

ensureNode();
ensureDependencies();

const notes = mkdtempSync(path.join(os.tmpdir(), 'frontdesk-tests-'));
const failures = path.join(notes, 'failures');
const node = (...args) => run(process.execPath, args, { FRONTDESK_TEST_FAILURES: failures });
const vitest = (project) => () => node(bin('vitest/vitest.mjs'), 'run', '--project', project);

const steps = {
  lock: () => node('scripts/lockcheck.mjs'),
  types: () => node(bin('typescript/bin/tsc'), '-b'),
  lint: () => node(bin('oxlint/bin/oxlint'), '--type-aware', '--max-warnings', '0'),
  format: () => node(bin('oxfmt/bin/oxfmt'), '--check'),
  boundaries: () =>
    node(
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...cruised,
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
    ),
  canary: () => node('scripts/canary.mjs'),
  unused: () => node(bin('knip/bin/knip.js')),
  diagram: () => node(bin('tsx/dist/cli.mjs'), 'scripts/state-diagram.ts', '--check'),
  unit: vitest('node'),
  dom: vitest('dom'),
  engines: () => prepareEngines().then(vitest('contract')),
  build: () => (ensureBuild(), 0),
  bundle: () => node('scripts/bundle-budget.mjs'),
  e2e: () => prepareEngines().then(() => (ensureBuild(), node(bin('@playwright/test/cli.js'), 'test'))),
};
const cruised = ['src', 'server', 'shared', 'caller', 'e2e', 'bench', 'scripts'];

const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const wanted = Object.keys(steps).filter((name) =>
  only ? only.includes(name) : !(process.argv.includes('--no-e2e') && name === 'e2e'),
);
const results = [];
for (const name of wanted) {
  const begun = performance.now();
  const code = await steps[name]();
  results.push({ name, passed: code === 0, seconds: ((performance.now() - begun) / 1000).toFixed(1) });
  console.log(`${code === 0 ? '✔' : '✖'} ${name} ${results.at(-1).seconds} s`);
}
// The names once more: of a long log the end is what is read, and often all that is kept.
if (existsSync(failures)) console.log(readFileSync(failures, 'utf8'));
rmSync(notes, { recursive: true });
const failed = results.filter(({ passed }) => !passed);
console.log(
  results
    .map(({ name, passed, seconds }) => `${passed ? '✔' : '✖'} ${name.padEnd(12)} ${seconds.padStart(7)} s`)
    .join('\n'),
);
console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
