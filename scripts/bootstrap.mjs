// No dependency but Node: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => path.join(root, ...parts);

export const say = (message) => process.stderr.write(`• ${message}\n`);
export const fail = (message, code = 1) => {
  process.stderr.write(`✖ ${message}\n`);
  process.exit(code);
};

/** Runs a program to its end with our terminal; answers its exit code. */
export function run(file, args, env = {}) {
  const { status, error } = spawnSync(file, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) process.stderr.write(`✖ ${file}: ${error.message}\n`);
  return status ?? 1;
}

/** The entry file of an installed package's program, to be run with this very Node. */
export const bin = (file) => at('node_modules', file);

const npm = (...args) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fine = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
  if (!fine) fail(`Node 20.19+, 22.13+ or 24+ is needed; this is ${process.versions.node}.`);
}

const isStamped = (file, want) => existsSync(file) && readFileSync(file, 'utf8') === want;

export function ensureDependencies() {
  const stamp = at('node_modules', '.installed');
  const want = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
  if (isStamped(stamp, want)) return;
  // npm empties the folder first, and would empty the one the link leads to.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail('node_modules is a link to another folder, which installing would empty. Remove the link and try again.');
  say('installing the packages (about a minute on a new machine)');
  if (npm('ci', '--no-audit', '--no-fund', '--include=dev') !== 0)
    fail('The packages could not be installed; see above.');
  writeFileSync(stamp, want);
}

const sources = [
  'src',
  'server',
  'shared',
  'caller',
  'public',
  'index.html',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.web.config.ts',
  'scripts/build-service-worker.ts',
  'scripts/shell-files.ts',
  'vite.server.config.ts',
];

function fingerprint() {
  const hash = createHash('sha256');
  const add = (file) => {
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).toSorted()) add(path.join(file, name));
    else if (!/\.(test|testing)\.tsx?$/.test(file))
      hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
  };
  for (const source of sources) if (existsSync(at(source))) add(at(source));
  return hash.digest('hex');
}

/** Builds the browser app and the server when any of their sources changed since. */
export function ensureBuild() {
  const stamp = at('dist-server', '.built');
  const want = fingerprint();
  if (isStamped(stamp, want) && existsSync(at('dist-server', 'main.js')) && existsSync(at('dist-web', 'index.html')))
    return;
  say('building');
  for (const config of ['vite.web.config.ts', 'vite.server.config.ts']) {
    if (run(process.execPath, [bin('vite/bin/vite.js'), 'build', '-c', config, '--logLevel', 'warn']) !== 0) {
      fail(`The build failed (${config}); see above.`);
    }
  }
  mkdirSync(at('dist-server'), { recursive: true });
  writeFileSync(stamp, want);
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return existsSync(asked) ? asked : fail(`CHROMIUM_PATH is ${asked}, which is not there.`);
  const system = systemBrowsers.find((file) => existsSync(file));
  if (system) return system;
  const own = createRequire(at('package.json'))('playwright-core').chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

function installDebianChromium() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  const [program, ...first] = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const apt = (...args) => run(program, [...first, ...args], { DEBIAN_FRONTEND: 'noninteractive' });
  if (apt('-q', 'update') === 0) apt('-q', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
}

/** A Chromium for the tests: the system's, Debian's package, or Playwright's own. */
export function ensureBrowser() {
  const attempts = [
    { name: 'the distribution’s Chromium', install: installDebianChromium },
    {
      name: 'Playwright’s own Chromium',
      install: () => run(process.execPath, [bin('@playwright/test/cli.js'), 'install', 'chromium']),
    },
  ];
  for (const { name, install } of attempts) {
    const found = findBrowser();
    if (found) return found;
    say(`no Chromium here yet: installing ${name}`);
    install();
  }
  return findBrowser() ?? fail('There is no Chromium. Install one and set CHROMIUM_PATH to it.');
}
