import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const template = path.join(root, 'server/telephony/asterisk/embedded/templates/modules.conf');
const lines = readFileSync(template, 'utf8').match(/^load=.*$/gmu) ?? [];
const required = lines.filter((line) => !line.includes('; optional')).map((line) => line.slice('load='.length));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'obtain-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = (): string => path.join(folder, 'cache');

/** Runs the script where there is no apt, so that nothing but the PATH and the cache can help. */
function obtain(): { readonly status: number | null; readonly said: string; readonly answer: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/obtain-asterisk.mjs', '--json'], {
    cwd: root,
    env: { PATH: path.join(folder, 'sbin'), FRONTDESK_CACHE: cache() },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, said: stderr, answer: stdout };
}

/** Something that looks like an installed Asterisk. */
function install(version: string, modules: readonly string[]): void {
  const put = (name: string, text = ''): void => {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  put('sbin/asterisk', `#!/bin/sh\necho "Asterisk ${version}"\n`);
  chmodSync(path.join(folder, 'sbin/asterisk'), 0o755);
  put('share/asterisk/documentation/core-en_US.xml');
  for (const name of modules) put(`lib/asterisk/modules/${name}`);
}

describe('an Asterisk on the PATH', () => {
  it('is used when it has every module we need, and is remembered', () => {
    install('22.5.0', required);
    const { status, answer } = obtain();
    expect(status).toBe(0);
    const modulesFolder = path.join(folder, 'lib/asterisk/modules');
    expect(JSON.parse(answer)).toMatchObject({ version: '22.5.0', source: 'path', args: [], modulesFolder });
    writeFileSync(path.join(folder, 'sbin/asterisk'), 'not looked at again');
    expect(obtain().answer).toBe(answer);
    rmSync(modulesFolder, { recursive: true });
    expect(obtain().status).toBe(1);
  });

  it('is not used when it lacks a module: the reason is told, with the ways on and without a stack', () => {
    install(
      '22.5.0',
      required.filter((name) => name !== 'res_srtp.so'),
    );
    const { status, said, answer } = obtain();
    expect([status, answer]).toEqual([1, '']);
    expect(said).toContain('22.5.0 lacks res_srtp.so');
    expect(said).toContain('apt-get and dpkg-deb and tar and bash is not there');
    expect(said).toMatch(/1\. install it.*2\. use a PBX.*FRONTDESK_PBX_URL.*3\. run in a container/su);
    expect(said).not.toMatch(/\n\s+at /u);
    expect(existsSync(path.join(cache(), 'asterisk.lock'))).toBe(false);
  });

  it('is not used when it is too old', () => {
    install('16.28.0', required);
    expect(obtain().said).toContain('16.28.0, older than 18');
  });
});

describe('the cache', () => {
  it('with a damaged note is looked through again', () => {
    install('22.5.0', required);
    const { answer } = obtain();
    const note = path.join(cache(), `asterisk-${process.arch === 'arm64' ? 'arm64' : 'amd64'}.json`);
    writeFileSync(note, answer.slice(0, 40));
    expect(obtain().answer).toBe(answer);
  });

  it('locked by a process that has ended is free', () => {
    mkdirSync(cache());
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(path.join(cache(), 'asterisk.lock'), JSON.stringify({ host: hostname(), pid }));
    const { status, said } = obtain();
    expect(status).toBe(1);
    expect(said).toContain('another process is obtaining Asterisk');
  });

  it('that cannot be written is told, with the setting that names another', () => {
    writeFileSync(cache(), '');
    install('22.5.0', required);
    expect(obtain().said).toContain('FRONTDESK_CACHE names another folder');
  });
});
