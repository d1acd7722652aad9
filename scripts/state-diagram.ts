import { fileURLToPath } from 'node:url';
import { runStateDiagram } from './run-state-diagram.ts';

process.exitCode = runStateDiagram(
  process.argv.slice(2),
  fileURLToPath(new URL('../docs/state-diagram.md', import.meta.url)),
  (line) => console.error(line),
);
