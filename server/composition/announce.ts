import type { Welcome } from '../../shared/protocol/accounts.ts';
import { simulatedEndings } from '../demo/simulated-numbers.ts';
import type { Settings } from '../settings.ts';

/** What whoever started the server reads when it is ready. */
export function announce(facts: {
  readonly settings: Settings;
  readonly welcome: Welcome;
  readonly numbers: readonly string[];
  readonly firstPassword: string | null;
  /** What of the settings does not work, a sentence each. */
  readonly warnings: readonly string[];
  readonly logFile: string | null;
}): string {
  const { settings, welcome, numbers, firstPassword, warnings, logFile } = facts;
  const host = settings.host === '127.0.0.1' || settings.host === '::1' ? 'localhost' : settings.host;
  const lines = ['', `Frontdesk is ready: http://${host}:${settings.port}`, ''];
  for (const { name, login, password, role } of welcome.demoSignIns) {
    lines.push(`  ${name} (${role}): ${login} / ${password}`);
  }
  if (firstPassword !== null) {
    lines.push('  The first administrator: admin@localhost', `  Password, shown this once: ${firstPassword}`);
  }
  const [number] = numbers;
  if (number !== undefined) {
    lines.push('', `  Call it from a SIP phone on this machine: sip:${number}@127.0.0.1:${settings.sipPort}`);
    if (settings.demo) lines.push('  or press “Simulate a caller” in the page.');
  }
  if (settings.trunk.out === 'simulated') {
    lines.push('', '  Who called can be called back, and so can any made-up number such as +1 650 555 0188:');
    lines.push(`  ${simulatedEndings}.`);
  }
  for (const warning of warnings) lines.push('', `  ⚠ ${warning}`);
  if (logFile !== null) lines.push('', `  Log: ${logFile}`);
  lines.push('  Stop with Ctrl-C.', '');
  return lines.join('\n');
}
