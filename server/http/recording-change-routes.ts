import { fail, ok } from '../../shared/result.ts';
import { type Change, changeRecording } from '../calls/change-recording.ts';
import { followVoicemail } from '../calls/handle-message.ts';
import { deleteRecording } from '../calls/delete-recording.ts';
import { exemptRecording } from '../calls/exempt-recording.ts';
import { handled, marked, noted, unmarked, untranscribed } from '../calls/recording-changes.ts';
import { shareRecording } from '../calls/share-recording.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { HttpParts } from './http-parts.ts';
import { hashOfShare, ownRecording } from './seen-recording.ts';
import type { Refusal, Serve } from './serve.ts';

/** Whoever may hear a recording by right may note, mark, handle and share it; supervisors and administrators keep and delete it. */
export function changeRecordingRoutes(serve: Serve, parts: HttpParts): void {
  const { review } = parts;
  const change = async <Failure extends string = never>(by: SignedIn, id: string, what: Change<Failure>) => {
    const own = await ownRecording(parts, by, id);
    return own.ok ? changeRecording(review, id, what) : own;
  };

  serve.signedIn('noteRecording', 'signedIn', ({ params, body, by }) => change(by, params.id, noted(body.note)));

  serve.signedIn('markRecording', 'signedIn', ({ params, body, by }) =>
    change(by, params.id, marked(review.ids.next(), body.atMs, body.text)),
  );

  serve.signedIn('unmarkRecording', 'signedIn', ({ params, by }) => change(by, params.id, unmarked(params.markId)));

  serve.signedIn('handleRecording', 'signedIn', async ({ params, body, by }) => {
    const changed = await change(by, params.id, handled(body.handled, personOf(by)));
    if (changed.ok) await followVoicemail(parts.replying, changed.value);
    return changed;
  });

  serve.signedIn('transcribe', 'signedIn', async ({ params, by }) => {
    const own = await ownRecording(parts, by, params.id);
    if (!own.ok) return own;
    if (!parts.transcription.on) return fail('transcriptsOff');
    const waiting = await changeRecording(review, params.id, untranscribed);
    if (waiting.ok) parts.transcription.wake();
    return waiting;
  });

  serve.signedIn('shareRecording', 'signedIn', async ({ params, body, by }) => {
    const own = await ownRecording(parts, by, params.id);
    if (!own.ok) return own;
    const token = review.ids.secret();
    const share = { tokenHash: hashOfShare(token), days: body.days };
    const shared = await shareRecording(review, own.value, personOf(by), share);
    if (!shared.ok) return shared;
    return ok({ path: `/recordings/${params.id}?share=${token}`, expiresAt: shared.value.expiresAt });
  });

  supervisorRoutes(serve, parts);
}

/** Not for receptionists, who are told so only of what they may hear. */
function supervisorRoutes(serve: Serve, parts: HttpParts): void {
  const { review } = parts;

  serve.signedIn('exemptRecording', 'signedIn', async ({ params, body, by }) => {
    const own = await ownRecording(parts, by, params.id);
    if (!own.ok) return own;
    if (by.user.role === 'receptionist') return fail(onlySupervisors('keep recordings beyond their time'));
    return exemptRecording(review, params.id, body.exempt, personOf(by));
  });

  serve.signedIn('deleteRecording', 'signedIn', async ({ params, by }) => {
    const own = await ownRecording(parts, by, params.id);
    if (!own.ok) return own;
    if (by.user.role === 'receptionist') return fail(onlySupervisors('delete recordings'));
    const deleted = await deleteRecording(review, params.id, personOf(by));
    return deleted.ok ? ok(null) : deleted;
  });
}

const personOf = ({ user }: SignedIn) => ({ userId: user.id, name: user.name });

const onlySupervisors = (what: string): Refusal => ({
  code: 'forbidden',
  message: `Only supervisors and administrators ${what}.`,
});
