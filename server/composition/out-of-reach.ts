import { isLoopback } from '../lib/addresses.ts';
import { isForThisMachine } from '../network-settings.ts';
import type { Settings } from '../settings.ts';

const hostOf = (sipAddress: string): string => /^sips?:(?:[^@]*@)?(\[[^\]]*\]|[^:;?]*)/i.exec(sipAddress)?.[1] ?? '';

const onlyHere = 'the PBX that Frontdesk brings along is reached on 127.0.0.1 only';
const instead = 'Set FRONTDESK_PBX_URL to an Asterisk of yours; docs/asterisk.md says what it needs.';

/**
 * What is set and can never work with the embedded PBX, whose SIP and sound are on loopback: a sentence each, with what to do.
 * None with a PBX of one's own.
 */
export function outOfReach(settings: Pick<Settings, 'pbx' | 'trunk' | 'host' | 'origins'>): readonly string[] {
  const { pbx, trunk, host, origins } = settings;
  if (pbx !== null) return [];
  const callsFrom = trunk.match.map((addresses) => addresses.replace(/\/.*$/, ''));
  const callsTo = trunk.contact === null ? [] : [hostOf(trunk.contact)];
  const sentences: string[] = [];
  if (![...callsFrom, ...callsTo].every(isLoopback)) {
    sentences.push(`No call comes from or goes to what FRONTDESK_TRUNK_… names elsewhere: ${onlyHere}. ${instead}`);
  }
  if (!isForThisMachine(host, origins)) {
    sentences.push(`Desks on other machines hear no caller: ${onlyHere}, and so is its sound. ${instead}`);
  }
  return sentences;
}
