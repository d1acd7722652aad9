import { isRefusedPort } from '../../shared/refused-ports.ts';

/**
 * The port at which a message's SDP (RFC 8866 §5.14) wants the audio, when browsers send nothing to it: a call on it would
 * be silent both ways. Undefined for every other message.
 */
export function refusedAudioPort(frame: string): number | undefined {
  const port = Number(/^m=audio (\d{1,5}) /m.exec(frame)?.[1] ?? 0);
  return isRefusedPort(port) ? port : undefined;
}
