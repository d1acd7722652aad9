import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardianSocketPath, removeFallbackFolder } from './guardian-socket.ts';

const tooLong = `/${'x'.repeat(110)}.sock`;
const uid = process.getuid?.() ?? 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'socket-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the socket path', () => {
  it('is the wanted one when the kernel takes it', () => {
    expect(guardianSocketPath('/data/pbx.sock', folder)).toBe('/data/pbx.sock');
  });

  it('is otherwise the same short one each time, another for another path', () => {
    const short = guardianSocketPath(tooLong, folder);
    expect(path.dirname(short)).toBe(path.join(folder, `frontdesk-${uid}`));
    expect(short.length).toBeLessThan(104);
    expect(guardianSocketPath(tooLong, folder)).toBe(short);
    expect(guardianSocketPath(`/y${tooLong}`, folder)).not.toBe(short);
  });

  it('is refused in a folder that others can enter', () => {
    mkdirSync(path.join(folder, `frontdesk-${uid}`));
    chmodSync(path.join(folder, `frontdesk-${uid}`), 0o755);
    expect(() => guardianSocketPath(tooLong, folder)).toThrow('not a private folder');
  });

  it('leaves no folder of ours behind, and no other folder is touched', () => {
    const short = guardianSocketPath(tooLong, folder);
    removeFallbackFolder(short);
    removeFallbackFolder(short);
    removeFallbackFolder(path.join(folder, 'pbx.sock'));
    expect(() => guardianSocketPath(tooLong, folder)).not.toThrow();
  });
});
