import { appendFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AriRest } from '../ari-rest.ts';
import { keepHouse } from './housekeeping.ts';
import { lastErrors, overgrown } from './log-files.ts';
import { countRejected, RejectedSipCounter } from './rejected-sip.ts';

const event = (name: string, severity = 'Error', service = 'PJSIP'): string =>
  `[2026-01-01 12:00:00.000] SECURITY[1] res_security_log.c: SecurityEvent="${name}",EventTV="x",Severity="${severity}",Service="${service}",AccountID="y"\n`;

let folder = '';
let log = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'logs-'));
  log = path.join(folder, 'security.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('refused SIP requests', () => {
  it('are counted by reason; what is informational or not SIP is not', () => {
    const text =
      event('InvalidAccountID') + event('ChallengeSent', 'Informational') + event('FailedACL') + event('FailedACL');
    expect(countRejected(text + event('InvalidPassword', 'Error', 'ARI'))).toEqual({
      InvalidAccountID: 1,
      FailedACL: 2,
    });
  });

  it('are counted from the end of an existing log on, each once, also when a line comes in two pieces', () => {
    writeFileSync(log, event('FailedACL'));
    const counter = new RejectedSipCounter(folder);
    const line = event('InvalidAccountID');
    appendFileSync(log, line.slice(0, 60));
    counter.readOn();
    expect(counter.counts).toEqual({});
    appendFileSync(log, line.slice(60));
    counter.readOn();
    counter.readOn();
    expect(counter.counts).toEqual({ InvalidAccountID: 1 });
  });

  it('are counted over a change of files', () => {
    const counter = new RejectedSipCounter(folder);
    appendFileSync(log, event('FailedACL'));
    renameSync(log, `${log}.0`);
    counter.rotated();
    writeFileSync(log, event('FailedACL'));
    counter.readOn();
    expect(counter.counts).toEqual({ FailedACL: 2 });
  });

  it('are none without a log', () => {
    const counter = new RejectedSipCounter(path.join(folder, 'nowhere'));
    counter.readOn();
    expect(counter.counts).toEqual({});
  });
});

describe('the log files', () => {
  it('that have grown too large are set aside by Asterisk, and the newest five kept', async () => {
    const asked: string[] = [];
    const rest: AriRest = (_, parts) => {
      asked.push(parts.join('/'));
      renameSync(path.join(folder, 'full.log'), path.join(folder, 'full.log.0'));
      return Promise.resolve({ kind: 'done', body: null });
    };
    writeFileSync(path.join(folder, 'full.log'), 'x'.repeat(5_000_001));
    for (let number = 1; number < 8; number += 1) writeFileSync(path.join(folder, `full.log.${number}`), '');
    expect(overgrown(folder, ['full.log', 'security.log'])).toEqual(['full.log']);
    await keepHouse({
      logFolder: folder,
      rest,
      rejected: new RejectedSipCounter(folder),
      log: { warn: () => undefined },
    });
    expect(asked).toEqual(['asterisk/logging/full.log/rotate']);
    expect(readdirSync(folder).sort()).toEqual(['full.log.0', 'full.log.1', 'full.log.2', 'full.log.3', 'full.log.4']);
  });

  it('say what went wrong last, without times and thread numbers', () => {
    const file = path.join(folder, 'full.log');
    const old = '[2026-01-01 12:00:00.000] ERROR[1] old.c: Long ago\n';
    writeFileSync(
      file,
      `${old}[2026-01-01 12:00:01.000] NOTICE[2] a.c: Fine\n[2026-01-01 12:00:02.000] ERROR[3][C-00000001] b.c: Not fine\n`,
    );
    expect(lastErrors(file, old.length)).toBe('b.c: Not fine');
    expect(lastErrors(file, 1_000)).toBeUndefined();
    expect(existsSync(file)).toBe(true);
  });
});
