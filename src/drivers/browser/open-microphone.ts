import { fail, ok, type Result } from '../../../shared/result.ts';
import type { MicrophoneFailure, VoiceCleaning } from '../../ports/microphone.ts';
import { constraintsOf } from './cleaning-choice.ts';

type Wish = { readonly cleaning: VoiceCleaning; readonly deviceId: ConstrainDOMString | undefined };

/** Asks the browser for a microphone; `media`: undefined where it gives none to this page. */
export async function openMicrophone(
  media: Pick<MediaDevices, 'getUserMedia'> | undefined,
  { cleaning, deviceId }: Wish,
): Promise<Result<MediaStream, MicrophoneFailure>> {
  if (media === undefined) return fail('denied');
  try {
    const audio = { ...constraintsOf(cleaning), ...(deviceId !== undefined && { deviceId }) };
    return ok(await media.getUserMedia({ audio }));
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** The names of DOMException that getUserMedia rejects with (Media Capture and Streams §10.2). */
function failureOf(error: unknown): MicrophoneFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'busy';
}
