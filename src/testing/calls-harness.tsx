import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import type { CallEvent } from '../../shared/call/call-event.ts';
import type { Call } from '../../shared/call/call.ts';
import { ok } from '../../shared/result.ts';
import { people } from '../drivers/fake/story.ts';
import { CallsPage } from '../features/calls/components/calls-page.tsx';
import { CallsContext } from '../features/calls/model/calls-model.ts';
import { connected } from './gallery/connected.ts';
import { galleryNow, openDesk, type Exhibit, type ExhibitDesk } from './gallery/exhibit.ts';
import { frameOf } from './stream.ts';

/** The calls of a desk on fakes, as the exhibits of the gallery have them, to press and to watch. */
export async function renderCalls(calls: readonly Call[], acts?: Exhibit['acts']) {
  const exhibit: Exhibit = { name: 'test', lane: 'comingIn', calls: () => calls, ...(acts && { acts }) };
  const desk: ExhibitDesk = await act(() => openDesk(exhibit));
  const { model, server, phone, clock } = desk;
  for (const name of ['reject', 'hangUp', 'hold', 'resume', 'answer', 'rejoin', 'mute', 'unmute'] as const) {
    server.handlers[name] ??= () => ok(null);
  }
  const happen = (callId: string, ...events: readonly CallEvent[]): void =>
    act(() => events.forEach((event) => model.calls.accept(frameOf(callId, event))));
  phone.nextAnswer = async () => {
    happen(phone.answered.at(-1) ?? '', { type: 'answered', by: people.mira, at: clock.now() });
    return ok();
  };
  let draws = 0;
  const view = render(
    <CallsContext value={model}>
      <Profiler id="calls" onRender={() => (draws += 1)}>
        <CallsPage line={connected} empty={null} announce={() => undefined} />
      </Profiler>
    </CallsContext>,
  );
  return {
    ...view,
    ...desk,
    user: userEvent.setup(),
    happen,
    pass: (ms: number) => act(() => clock.advance(ms)),
    draws: () => draws,
    now: galleryNow,
  };
}
