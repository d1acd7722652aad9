// `npm run bench`: what the budgets say, measured with real parts; prints a table and writes bench/results/<date>.json.
//   --only=NAME[,NAME]   some rows alone (docs/benchmarks.md names them)     --n=30   samples of each latency row
import { bin, ensureBuild, ensureDependencies, ensureNode, run } from './bootstrap.mjs';
import { prepareEngines } from './prepare-engines.mjs';

ensureNode();
ensureDependencies();
ensureBuild();
await prepareEngines();
process.exitCode = run(process.execPath, [bin('tsx/dist/cli.mjs'), 'bench/main.ts', ...process.argv.slice(2)]);
