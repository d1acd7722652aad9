import { ok } from '../../shared/result.ts';
import type { Me } from '../../shared/protocol/accounts.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { Stored } from '../ports/stores.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';
import type { SessionCookie } from './session-cookie.ts';

export function sessionRoutes(serve: Serve, parts: HttpParts, cookie: SessionCookie): void {
  const { accounts, welcome } = parts;

  serve.open('welcome', async () => ok(await welcome()));

  serve.open('signIn', async ({ body, request, reply }) => {
    const signedIn = await accounts.signIn({
      login: body.login,
      password: body.password,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    if (!signedIn.ok) return signedIn;
    cookie.set(request, reply, signedIn.value.token, body.remember);
    return me(parts, signedIn.value);
  });

  serve.signedIn('me', 'signedIn', ({ by }) => me(parts, by));

  serve.signedIn('signOut', 'signedIn', async ({ by, request, reply }) => {
    const ended = await accounts.signOut(by.session);
    if (ended.ok) cookie.clear(request, reply);
    return ended.ok ? ok(null) : ended;
  });

  serve.signedIn('signOutEverywhere', 'signedIn', async ({ by, request, reply }) => {
    const ended = await accounts.signOutEverywhere(by.user.id);
    if (ended.ok) cookie.clear(request, reply);
    return ended.ok ? ok(null) : ended;
  });
}

async function me(parts: HttpParts, { user, session }: SignedIn): Stored<Me> {
  const queues = await parts.directory.queuesOf(user.id);
  if (!queues.ok) return queues;
  const { organisation } = await parts.welcome();
  return ok({
    user,
    organisation,
    console: { id: session.consoleId, sipUri: `sip:${session.consoleId}@frontdesk.invalid` },
    queues: queues.value.map(({ id, name, recording }) => ({ id, name, recorded: recording.when === 'always' })),
    demo: parts.demo !== null,
  });
}
