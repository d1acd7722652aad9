import type { Log } from '../../../ports/log.ts';
import type { AriRest } from '../ari-rest.ts';
import { overgrown, pruneRotated } from './log-files.ts';
import { type RejectedSipCounter, securityLog } from './rejected-sip.ts';

type Options = {
  readonly logFolder: string;
  readonly rest: AriRest;
  readonly rejected: RejectedSipCounter;
  readonly log: Pick<Log, 'warn'>;
};

/** Counts the refused SIP requests, and has log files that have grown over 5 MB set aside; the newest five are kept. */
export async function keepHouse({ logFolder, rest, rejected, log }: Options): Promise<void> {
  rejected.readOn();
  for (const name of overgrown(logFolder, ['full.log', securityLog])) {
    const answer = await rest('PUT', ['asterisk', 'logging', name, 'rotate']);
    if (answer.kind !== 'done') log.warn({ part: 'pbx', file: name }, 'A log file of the PBX could not be set aside.');
    else if (name === securityLog) rejected.rotated();
  }
  pruneRotated(logFolder);
}
