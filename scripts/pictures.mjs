// `npm run pictures`: docs/pictures anew, of the product as it is, with real calls.
import { bin, ensureBuild, ensureDependencies, ensureNode, run } from './bootstrap.mjs';
import { prepareEngines } from './prepare-engines.mjs';

ensureNode();
ensureDependencies();
ensureBuild();
await prepareEngines();
process.exitCode = run(process.execPath, [bin('tsx/dist/cli.mjs'), 'e2e/pictures.ts']);
