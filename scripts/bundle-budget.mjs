#!/usr/bin/env node
// What a first visit loads, in gzip bytes, summed from what the build wrote: exits with 1 when a page is over its budget.
// `node scripts/bundle-budget.mjs [folder] [--sign-in=150] [--console=350]` (kB of 1000 bytes)
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The pages with what each loads before it is usable, in gzip bytes, and its usual limit (JavaScript and styles together). */
export async function weighPages(folder = 'dist-web') {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const entry = keyWhere(manifest, (chunk) => chunk.isEntry === true);
  const consoleChunk = keyWhere(manifest, (_, key) => key.endsWith('src/app/console/signed-in.tsx'));
  const phoneChunk = keyWhere(manifest, (_, key) => key.endsWith('src/drivers/sip/sip-phone-line.ts'));
  const pages = [
    { page: 'sign-in', chunks: [entry], limit: 150_000 },
    { page: 'console', chunks: [entry, consoleChunk], limit: 350_000 },
    { page: 'console and telephone', chunks: [entry, consoleChunk, phoneChunk], limit: Infinity },
  ];
  return Promise.all(
    pages.map(async ({ page, chunks, limit }) => ({
      page,
      limit,
      ...(await weigh(folder, filesOf(manifest, chunks))),
    })),
  );
}

/** The key of the one chunk; without it the sums would be wrong and look right. */
function keyWhere(manifest, holds) {
  const key = Object.keys(manifest).find((name) => holds(manifest[name], name));
  if (key === undefined) throw new Error('a chunk this budget is about is not in the manifest');
  return key;
}

/** Everything these chunks need before they run: themselves, what they import at once, and their styles. */
function filesOf(manifest, keys) {
  const seen = new Set();
  const files = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return [...files];
}

async function weigh(folder, files) {
  const sum = { js: 0, css: 0 };
  for (const file of files) {
    const { length } = gzipSync(await readFile(join(folder, file)), { level: 9 });
    if (file.endsWith('.css')) sum.css += length;
    else sum.js += length;
  }
  return sum;
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

async function check(args) {
  const limitOf = (page, usual) => {
    const given = args.find((word) => word.startsWith(`--${page}=`))?.split('=')[1];
    return given === undefined ? usual : 1000 * Number(given);
  };
  const weighed = await weighPages(args.find((word) => !word.startsWith('--')));
  const rows = weighed.map((row) => ({ ...row, limit: limitOf(row.page, row.limit) }));
  for (const { page, js, css, limit } of rows) {
    const budget = limit === Infinity ? 'no budget' : `budget ${kB(limit)}`;
    console.log(`${page.padEnd(24)} js ${kB(js).padStart(9)}  css ${kB(css).padStart(8)}  (${budget})`);
  }
  const over = rows.filter(({ js, css, limit }) => js + css > limit);
  for (const { page } of over) console.error(`over budget: ${page}`);
  process.exitCode = over.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await check(process.argv.slice(2));
