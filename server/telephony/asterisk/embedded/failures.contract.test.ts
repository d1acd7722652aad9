import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processStartedAt } from '../../../guardian/process-identity.ts';
import { ariCallOf } from '../testing/ari-call.ts';
import { projectRoot, testAsteriskOptions } from '../testing/test-asterisk.ts';
import { startEmbeddedAsterisk } from './start-embedded-asterisk.ts';

const templates = 'server/telephony/asterisk/embedded/templates';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fd-failures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded Asterisk', () => {
  it('says who has its SIP port', async () => {
    const holder = createSocket('udp4').bind(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address();
    const started = await startEmbeddedAsterisk(await testAsteriskOptions(folder, { sipPort: port }));
    holder.close();
    expect(started).toMatchObject({ ok: false, error: { code: 'sipPortInUse' } });
    if (!started.ok) expect(started.error.message).toContain(`SIP port ${port} (udp) at 127.0.0.1 is in use by`);
    if (!started.ok) expect(started.error.message).toContain(`(process ${process.pid})`);
  });

  it('says why it ended while it started, and leaves nothing running', async () => {
    const root = path.join(folder, 'root');
    mkdirSync(path.join(root, templates), { recursive: true });
    cpSync(path.join(projectRoot, templates), path.join(root, templates), { recursive: true });
    writeFileSync(path.join(root, templates, 'modules.conf'), '[modules]\nautoload=no\nrequire=no_such_module.so\n');
    const options = await testAsteriskOptions(path.join(folder, 'data'), { root });
    const started = await startEmbeddedAsterisk(options);
    expect(started).toMatchObject({ ok: false, error: { code: 'diedAtStart' } });
    if (!started.ok) expect(started.error.message).toContain('no_such_module.so');
    expect(existsSync(path.join(folder, 'data/pbx/guardian.sock'))).toBe(false);
  });

  it('that cannot be obtained is told with the ways on', async () => {
    const env = { PATH: path.dirname(process.execPath), FRONTDESK_CACHE: path.join(folder, 'cache') };
    const started = await startEmbeddedAsterisk(
      await testAsteriskOptions(folder, { env: { ...env, FRONTDESK_DEBIAN_MIRROR: 'http://127.0.0.1:9/debian' } }),
    );
    expect(started).toMatchObject({ ok: false, error: { code: 'notObtainable' } });
    if (!started.ok) expect(started.error.message).toContain('There are three ways on');
  });

  it('that hangs is ended and started anew', async () => {
    const started = await startEmbeddedAsterisk(await testAsteriskOptions(folder));
    if (!started.ok) throw new Error(started.error.message);
    const asterisk = started.value;
    const first = asterisk.pid() ?? 0;
    process.kill(first, 'SIGSTOP');
    await new Promise<void>((resolve) => {
      asterisk.onRestart(resolve);
    });
    expect(processStartedAt(first)).toBeUndefined();
    expect(await ariCallOf(asterisk)('GET', ['asterisk', 'ping'])).toBe(200);
    await asterisk.stop();
  });

  it('rotates a log that has grown too large', async () => {
    const started = await startEmbeddedAsterisk(await testAsteriskOptions(folder));
    if (!started.ok) throw new Error(started.error.message);
    const log = path.join(folder, 'pbx/log');
    writeFileSync(path.join(log, 'full.log'), 'x'.repeat(5_000_001), { flag: 'a' });
    await vi.waitFor(() => expect(existsSync(path.join(log, 'full.log.0'))).toBe(true), { timeout: 10_000 });
    await vi.waitFor(() => expect(readFileSync(path.join(log, 'full.log')).length).toBeLessThan(5_000), {
      timeout: 10_000,
    });
    await started.value.stop();
  });
});
