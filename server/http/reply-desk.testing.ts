import { quietRules } from '../../shared/protocol/quiet-rules.testing.ts';
import { host, openTestWeb } from './http.testing.ts';

/** A server at which Ana's desk is rung by Jane, and those who ask it: Ana and Ben of her line, Eva of none, and Tomás. */
export async function openReplyDesk() {
  const web = await openTestWeb();
  for (const name of ['ana', 'ben', 'eva'] as const) await web.addUser(name);
  await web.addUser('tomas', 'administrator');
  const queue = {
    name: 'Main number',
    answerWithinSeconds: 30,
    openingHours: null,
    exceptions: [],
    timeZone: 'UTC',
    ...quietRules,
  };
  await web.stores.directory.saveQueue({ id: 'main', ...queue }, ['u-ana', 'u-ben']);
  const [ana, tomas, stranger] = [await web.signInAs('ana'), await web.signInAs('tomas'), await web.signInAs('eva')];
  await web.signIn('console-of-ana');
  const legId = await web.arrive('Jane Caller', '+15550001111');
  const callId = (await web.theCall()).id;
  return {
    web,
    ana,
    tomas,
    stranger,
    callId,
    legId,
    post: (url: string, cookie: string, payload?: object) =>
      web.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { host, cookie }, ...(payload && { payload }) }),
    get: (url: string, cookie: string) =>
      web.app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { host, cookie } }),
    press: async (digits: string): Promise<void> => {
      for (const digit of digits) {
        web.telephony.press(legId, digit);
        await web.telephony.settle();
      }
    },
  };
}
