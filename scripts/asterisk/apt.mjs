// apt in a folder of its own: it resolves against an empty system, checks Debian's signatures, and touches nothing of the host.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const deadlineMs = 20 * 60_000;
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

/** Runs a program to its end; `output` is its standard output, `complaint` the last line of its errors. */
export function run(command, args, { env = process.env, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: deadlineMs,
      killSignal: 'SIGKILL',
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (data) => (texts[name] += data));
    child.on('error', (error) => resolve({ ok: false, output: '', complaint: error.message }));
    child.on('close', (code) =>
      resolve({
        ok: code === 0,
        output: texts.stdout,
        complaint: texts.stderr.trim().split('\n').at(-1)?.trim() || `${command} ended with ${code}`,
      }),
    );
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
  const apt = (program, ...args) => run(program, ['-qq', ...args], { env, cwd: archives });
  return { archives, get: (...args) => apt('apt-get', ...args), cache: (...args) => apt('apt-cache', ...args) };
}
