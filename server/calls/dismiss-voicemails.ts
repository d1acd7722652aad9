import type { Desk } from './desk.ts';
import { endVoicemail } from './voicemail.ts';

/** The server goes down: what callers who leave a message have said by now is kept, and they are let go. */
export async function dismissVoicemails(desk: Desk): Promise<void> {
  const leaving = desk.live.all().filter((live) => live.voicemail !== null);
  await Promise.all(
    leaving.map((live) =>
      live.inOrder(async () => {
        if (live.voicemail !== null) await endVoicemail(desk, live);
      }),
    ),
  );
}
