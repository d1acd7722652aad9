import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fail } from '../../../shared/result.ts';
import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import { exampleWorklist, workItemOf } from '../../drivers/fake/example-worklist.ts';
import { keepHistory, keepWorklist, type FakeWorklist } from '../../drivers/fake/fake-worklist.ts';
import { people } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { settled } from '../../testing/settled.ts';
import { workItemFrame } from '../../testing/stream.ts';

// A page is drawn whole, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => history.replaceState(null, '', '/'));

const me = { userId: people.mira.userId, name: people.mira.name };
const ana = { userId: people.ana.userId, name: people.ana.name };

async function open(
  address = '/call-back',
  change: (items: readonly WorkItem[]) => readonly WorkItem[] = (all) => all,
) {
  history.replaceState(null, '', address);
  const ports = fakePorts();
  const now = ports.clock.now;
  const world: FakeWorklist = { items: change(exampleWorklist(now())) };
  const tell = (item: WorkItem): void => ports.server.say(workItemFrame(item));
  Object.assign(ports.server.handlers, keepHistory(now), keepWorklist(world, { now, me, tell }));
  const view = renderConsole({ ports });
  await screen.findByRole('table', undefined, { timeout: 10_000 });
  return { ...view, ports, world, user: userEvent.setup({ delay: null }) };
}

const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));

describe('callers to be called back', () => {
  test('say what happened, how often, and who calls; the rail counts them', async () => {
    await open();
    expect(row('Rijeka Port Authority').getByText('3 tries')).toBeTruthy();
    expect(row('Sofie Mertens').getByText(/^Petra, asked for /)).toBeTruthy();
    expect(row('Brodokov').getByText('Luka, 18 min late')).toBeTruthy();
    expect(row('Porto Nuovo').getByText('Outside opening hours')).toBeTruthy();
    const rail = screen.getByRole('navigation', { name: 'Main' });
    expect(within(rail).getByRole('link', { name: /^Call back 7/ })).toBeTruthy();
  });

  test('are taken, given back, and marked as done, which can be undone', async () => {
    const { user, world } = await open();
    await user.click(screen.getByRole('button', { name: 'I’ll call Porto Nuovo S.p.A. back' }));
    expect(await row('Porto Nuovo').findByText('You')).toBeTruthy();
    expect(world.items.find(({ caller }) => caller.name === 'Porto Nuovo S.p.A.')?.owner).toEqual(me);
    await user.click(screen.getByRole('button', { name: 'Mark Porto Nuovo S.p.A. as done' }));
    expect(await screen.findByText('Porto Nuovo S.p.A. is done.')).toBeTruthy();
    expect(screen.queryByRole('row', { name: /Porto Nuovo/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('row', { name: /Porto Nuovo/ })).toBeTruthy();
  });

  test('tell who was first, and can be taken over', async () => {
    const { user, world, ports } = await open();
    world.items = world.items.map((item, index) => (index === 0 ? { ...item, owner: ana, version: 2 } : item));
    await user.click(screen.getByRole('button', { name: 'I’ll call Rijeka Port Authority back' }));
    const first = row('Rijeka Port Authority');
    expect(await first.findByText('Ana Lindqvist was first and calls back.')).toBeTruthy();
    await user.click(first.getByRole('button', { name: 'Take over' }));
    expect(await first.findByText('You')).toBeTruthy();
    expect(ports.server.commanded.at(-1)?.request).toMatchObject({ body: { takeOver: true } });
  });

  test('are called for their entry; whose colleague was first is asked about', async () => {
    const { user, ports } = await open();
    ports.server.handlers.placeCall = () => fail({ code: 'alreadyOwned' });
    await user.click(screen.getByRole('button', { name: 'Call Brodokov d.o.o. back' }));
    expect(ports.server.commanded.at(-1)?.request).toMatchObject({
      body: { number: '+38515550199', replyId: 'reply-1' },
    });
    const luka = row('Brodokov');
    expect(luka.getByText('Luka Horvat was first and calls back.')).toBeTruthy();
    await user.click(luka.getByRole('button', { name: 'Take over and call' }));
    expect(ports.server.commanded.at(-1)?.request).toMatchObject({ body: { takeOver: true } });
  });

  test('come and go as the stream tells', async () => {
    const { ports, pass } = await open();
    const now = ports.clock.now();
    const caller = { number: '+16505550123', name: 'Nora Night', withheld: false };
    const nora = workItemOf(50, now, { caller });
    ports.server.handlers.worklist = () => ({
      ok: true,
      value: { items: [nora], counts: { open: 1, mine: 0, doneToday: 0 } },
    });
    act(() => ports.server.say(workItemFrame(nora)));
    pass(300);
    expect(await screen.findByRole('row', { name: /Nora Night/ })).toBeTruthy();
    act(() => ports.server.say(workItemFrame({ ...nora, version: 2, done: { at: now, by: ana, how: 'spoken' } })));
    expect(screen.queryByRole('row', { name: /Nora Night/ })).toBeNull();
  });

  test('are gone through by keys alone', async () => {
    const { user, world } = await open();
    act(() => document.querySelector<HTMLElement>('tr[data-row]')?.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{End}');
    expect(document.activeElement?.textContent).toContain('Porto Nuovo');
    await user.keyboard('i');
    await act(settled);
    expect(world.items.find(({ caller }) => caller.name === 'Porto Nuovo S.p.A.')?.owner).toEqual(me);
    await user.keyboard('d');
    await act(settled);
    expect(await screen.findByText('Porto Nuovo S.p.A. is done.')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Number withheld');
  });
});

describe('all calls', () => {
  test('have a story, with who was rung, held and how it sounded', async () => {
    const { user } = await open('/call-back/all');
    await user.click(screen.getByRole('button', { name: /^Story of the call of Henrik Aas/ }));
    const story = within(await screen.findByRole('complementary', { name: 'Story of the call' }));
    expect(await story.findByText('Rang at Mira Petrović and Ana Lindqvist')).toBeTruthy();
    expect(story.getByRole('link', { name: 'Listen, 3:48' })).toBeTruthy();
    expect(story.getByText('Mira Petrović answered after 0:11')).toBeTruthy();
    expect(story.getByText('On hold for 0:42')).toBeTruthy();
    expect(story.getByText('Ended: the caller hung up')).toBeTruthy();
    expect(story.getByText('Good (0.4 % lost)')).toBeTruthy();
    await user.click(story.getByRole('button', { name: 'Close the story' }));
    expect(screen.queryByRole('complementary', { name: 'Story of the call' })).toBeNull();
  });

  test('say why they cannot be shown', async () => {
    const { ports, pass } = await open('/call-back/all');
    ports.server.handlers.calls = () => fail({ code: 'databaseUnavailable' });
    const user = userEvent.setup({ delay: null });
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'x');
    pass(300);
    expect(await screen.findByText(/^The list could not be read: The database/)).toBeTruthy();
  });
});
