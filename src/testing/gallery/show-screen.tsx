import { useEffect, useState } from 'react';
import { App } from '../../app/app.tsx';
import { FakeClock } from '../../drivers/fake/fake-clock.ts';
import { createStagePorts } from '../../drivers/fake/stage.ts';
import { createSessionStore } from '../../features/sign-in/model/session-store.ts';
import { galleryNow } from './exhibit.ts';

/** Long enough for every patience of the desk to be over, and short of what a farewell lasts. */
const settlesInMs = 2000;
const stepMs = 50;

/** A whole screen: the page on a scene of the fakes, its time stopped once everything has come. */
export function ShowScreen({ scene }: { readonly scene: string }) {
  const [{ ports, session, clock }] = useState(() => open(scene));
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    let passed = 0;
    const timer = setInterval(() => {
      // Time begins once there is somebody it can pass for.
      if (document.querySelector('h1') === null) return;
      clock.advance(stepMs);
      passed += stepMs;
      if (passed < settlesInMs) return;
      clearInterval(timer);
      setSettled(true);
    });
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <div className="screen" data-settled={isSettled}>
      <App ports={ports} session={session} />
    </div>
  );
}

function open(scene: string) {
  const clock = new FakeClock(galleryNow);
  const ports = createStagePorts(new URLSearchParams({ fake: scene }), clock);
  return { clock, ports, session: createSessionStore(ports.server, clock) };
}
