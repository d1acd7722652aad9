// apt in a folder of its own: it resolves against an empty system, checks Debian's signatures, and touches nothing of the host.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const deadlineMs = 20 * 60_000;
const lockAttempts = 60;
export const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const publicMirror = 'http://deb.debian.org/debian';

/** What of the host's apt settings holds here, too: the way to the network, and how it takes a wrong clock. */
function hostSettings() {
  const dump = spawnSync('apt-config', ['dump', 'Acquire'], { encoding: 'utf8' }).stdout ?? '';
  return dump
    .split('\n')
    .filter((line) => /^Acquire::(https?\b|Force|Check-)[^"]*"[^"]+";$/.test(line))
    .join('\n');
}

/** Mirrors in the order to try: the one asked for alone, or the Debian host's own and then the public one. */
export function mirrors(env) {
  if (env.FRONTDESK_DEBIAN_MIRROR) return [env.FRONTDESK_DEBIAN_MIRROR];
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const listed = debian
    ? (spawnSync('apt-get', ['indextargets', '--format', '$(REPO_URI) $(COMPONENT)'], { encoding: 'utf8' }).stdout ??
      '')
    : '';
  const own = listed
    .split('\n')
    .map((line) => /^(\S*\/debian)\/? main$/.exec(line)?.[1])
    .filter(Boolean);
  return [...new Set([...own, publicMirror])];
}

/** The line that says most of what went wrong. */
function complaintIn(text) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.find((line) => /Failed to fetch|GPG error|NO_PUBKEY|Could not get lock/.test(line)) ?? lines.at(-1);
}

/** Runs a program to its end; `output` is its standard output, `complaint` what it says is wrong. */
export function run(command, args, { env = process.env, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const overdue = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (data) => (texts[name] += data));
    const settle = (ok, complaint) => {
      clearTimeout(overdue);
      resolve({ ok, output: texts.stdout, complaint });
    };
    child.on('error', (error) => settle(false, error.message));
    child.on('close', (code) => settle(code === 0, complaintIn(texts.stderr) ?? `${command} ended with ${code}`));
  });
}

function configuration(folder, arch, ownSources) {
  const sources = ownSources
    ? ''
    : `Dir::Etc::sourcelist "${folder}/debian.sources";\nDir::Etc::sourceparts "${folder}/empty.d";\n`;
  return `${hostSettings()}
${sources}Dir::Etc::parts "${folder}/empty.d"; Dir::Etc::main "/dev/null";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "${folder}/empty.d";
Dir::State "${folder}"; Dir::State::lists "${folder}/lists"; Dir::State::status "${folder}/status"; Dir::State::extended_states "${folder}/extended";
Dir::Cache "${folder}"; Dir::Cache::archives "${folder}/archives"; Dir::Log "${folder}";
APT::Architecture "${arch}"; APT::Architectures { "${arch}"; };
APT::Install-Recommends "0"; APT::Sandbox::User ""; APT::Update::Error-Mode "any"; APT::Get::AllowUnauthenticated "0";
Acquire::AllowInsecureRepositories "0"; Acquire::Languages "none"; Acquire::Retries "2"; Acquire::http::Timeout "20"; Acquire::https::Timeout "20";
`;
}

/** A private apt for one suite of one mirror, or for the host's own sources. Keeps what it has downloaded before. */
export function aptWorkspace({ folder, arch, mirror, suite }) {
  for (const name of ['lists/partial', 'archives/partial', 'empty.d'])
    mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'status'), '');
  if (mirror) {
    const lines = [
      'Types: deb',
      `URIs: ${mirror}`,
      `Suites: ${suite}`,
      'Components: main',
      `Architectures: ${arch}`,
      `Signed-By: ${keyring}`,
    ];
    writeFileSync(path.join(folder, 'debian.sources'), `${lines.join('\n')}\n`);
  }
  writeFileSync(path.join(folder, 'apt.conf'), configuration(folder, arch, !mirror));
  const env = {
    ...process.env,
    APT_CONFIG: path.join(folder, 'apt.conf'),
    DEBIAN_FRONTEND: 'noninteractive',
    LC_ALL: 'C',
  };
  const archives = path.join(folder, 'archives');
  const apt = async (program, args, cwd = archives) => {
    for (let attempt = 1; ; attempt += 1) {
      const result = await run(program, ['-qq', ...args], { env, cwd });
      // Its lock may still be held by the apt of an obtaining that was killed; that one ends by itself.
      if (result.ok || attempt === lockAttempts || !result.complaint.includes('Could not get lock')) return result;
      await delay(1_000);
    }
  };
  return {
    archives,
    get: (...args) => apt('apt-get', args),
    cache: (...args) => apt('apt-cache', args),
    /** What it would fetch, from nothing: what is in its working folder already it would leave out. */
    uris: (packages) => apt('apt-get', ['download', '--print-uris', ...packages], path.join(folder, 'empty.d')),
  };
}
