// A lock file that was written where a platform's binary was missing makes `npm ci` fail elsewhere; find it here first.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const paths = Object.keys(lock.packages);
const missing = Object.entries(lock.packages).flatMap(([name, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((dependency) => !paths.some((path) => path.endsWith(`node_modules/${dependency}`)))
    .map((dependency) => `${name} needs ${dependency}`),
);
console.log(missing.length === 0 ? `${paths.length} locked packages, none missing` : missing.join('\n'));
process.exitCode = missing.length > 0 ? 1 : 0;
