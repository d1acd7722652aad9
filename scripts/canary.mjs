// Plants one violation of each import rule and expects the check to catch it: a gate must prove that it can fail.
// (Without @swc/core, dependency-cruiser sees no TypeScript at all, and is green.)
import { mkdirSync, rmSync, writeFileSync, existsSync, mkdtempSync, cpSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, root } from './bootstrap.mjs';

const x = (statement) => `${statement}\n`;
/** @type {readonly (readonly [string, Readonly<Record<string, string>>])[]} */
const plants = [
  [
    'no-cycles',
    {
      'src/lib/a.ts': x("import { b } from './b.ts'; export const a = b;"),
      'src/lib/b.ts': x("import { a } from './a.ts'; export const b = a;"),
    },
  ],
  ['shared-is-pure', { 'shared/x.ts': x("import 'react';") }],
  [
    'domain-has-no-deps',
    { 'shared/call/x.ts': x("import '../protocol/y.ts';"), 'shared/protocol/y.ts': x('export {};') },
  ],
  [
    'browser-never-imports-server',
    { 'src/lib/x.ts': x("import '../../server/y.ts';"), 'server/y.ts': x('export {};') },
  ],
  ['server-never-imports-browser', { 'server/x.ts': x("import '../src/y.ts';"), 'src/y.ts': x('export {};') }],
  [
    'only-main-picks-drivers',
    { 'src/features/calls/x.ts': x("import '../../drivers/fake/y.ts';"), 'src/drivers/fake/y.ts': x('export {};') },
  ],
  [
    'drivers-know-only-ports',
    { 'src/drivers/server/x.ts': x("import '../../app/y.ts';"), 'src/app/y.ts': x('export {};') },
  ],
  [
    'one-driver-one-folder',
    { 'src/drivers/server/x.ts': x("import '../fake/y.ts';"), 'src/drivers/fake/y.ts': x('export {};') },
  ],
  ['sip-stays-in-its-driver', { 'src/features/calls/x.ts': x("import 'sip.js';") }],
  [
    'features-do-not-meet',
    { 'src/features/desk/x.ts': x("import '../calls/y.ts';"), 'src/features/calls/y.ts': x('export {};') },
  ],
  ['features-below-app', { 'src/features/desk/x.ts': x("import '../../app/y.ts';"), 'src/app/y.ts': x('export {};') }],
  ['lib-is-a-leaf', { 'src/lib/x.ts': x("import '../../shared/y.ts';"), 'shared/y.ts': x('export {};') }],
  ['ui-is-dumb', { 'src/ui/x.ts': x("import 'zustand/vanilla';") }],
  ['model-has-no-markup', { 'src/features/calls/model/x.ts': x("import 'lucide-react';") }],
  ['fastify-stays-in-http', { 'server/calls/x.ts': x("import 'fastify';") }],
  ['calls-know-only-ports', { 'server/calls/x.ts': x("import 'node:fs';") }],
  [
    'accounts-know-only-ports',
    { 'server/accounts/x.ts': x("import '../storage/y.ts';"), 'server/storage/y.ts': x('export {};') },
  ],
  ['ports-are-types', { 'server/ports/x.ts': x("import '../storage/y.ts';"), 'server/storage/y.ts': x('export {};') }],
  [
    'http-knows-no-drivers',
    { 'server/http/x.ts': x("import '../storage/y.ts';"), 'server/storage/y.ts': x('export {};') },
  ],
  [
    'one-server-driver-one-folder',
    { 'server/edge/x.ts': x("import '../storage/y.ts';"), 'server/storage/y.ts': x('export {};') },
  ],
  [
    'one-server-driver-one-folder',
    { 'server/media/x.ts': x("import '../speech/y.ts';"), 'server/speech/y.ts': x('export {};') },
  ],
  [
    'one-server-driver-one-folder',
    { 'server/transcripts/x.ts': x("import '../media/y.ts';"), 'server/media/y.ts': x('export {};') },
  ],
  [
    'one-server-driver-one-folder',
    { 'server/mail/x.ts': x("import '../storage/y.ts';"), 'server/storage/y.ts': x('export {};') },
  ],
  ['http-knows-no-drivers', { 'server/http/x.ts': x("import '../mail/y.ts';"), 'server/mail/y.ts': x('export {};') }],
  ['caller-stands-alone', { 'caller/x.ts': x("import '../server/y.ts';"), 'server/y.ts': x('export {};') }],
  ['e2e-is-black-box', { 'e2e/x.ts': x("import '../server/y.ts';"), 'server/y.ts': x('export {};') }],
];

/** The rules are tried in a folder of their own: nothing is ever planted in the project itself. */
function tryRule(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'frontdesk-canary-'));
  try {
    cpSync(path.join(root, '.dependency-cruiser.mjs'), path.join(folder, '.dependency-cruiser.mjs'));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const folders = ['src', 'server', 'shared', 'caller', 'e2e'].filter((name) => existsSync(path.join(folder, name)));
    const args = [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...folders,
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
    ];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
    return new Set(JSON.parse(stdout).summary.violations.map(({ rule }) => rule.name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { default: config } = await import('../.dependency-cruiser.mjs');
const untried = config.forbidden.map(({ name }) => name).filter((name) => !plants.some(([rule]) => rule === name));
const missed = plants.filter(([rule, files]) => !tryRule(files).has(rule)).map(([rule]) => rule);
if (untried.length > 0) console.log(`rules without a canary: ${untried.join(', ')}`);
if (missed.length > 0) console.log(`violations that were not caught: ${missed.join(', ')}`);
if (untried.length + missed.length === 0) console.log(`${plants.length} planted violations, all caught`);
process.exitCode = untried.length + missed.length > 0 ? 1 : 0;
