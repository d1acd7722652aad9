import { readdir, readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectNoViolation, schemes, test, widths } from '../support/gallery-test.ts';
import { misplaced, tooWide, wideText } from '../support/layout-faults.ts';

// A recording of hundreds of checks of the same pages is slow to make, and shows nothing they do not say.
test.use({ trace: 'off' });

const screens = [
  { screen: 'main' },
  { screen: 'quiet' },
  { screen: 'loading' },
  { screen: 'offline' },
  { screen: 'lost' },
  { screen: 'lost', at: '/replies' },
  { screen: 'sound' },
  { screen: 'gone' },
  { screen: 'active', at: '/settings/appearance' },
  { screen: 'active', at: '/settings/templates' },
  { screen: 'active', at: '/people' },
  { screen: 'dialling' },
  { screen: 'dialling', at: '/replies' },
  { screen: 'replies' },
  { screen: 'replies', at: '/replies' },
  { screen: 'worklist', at: '/call-back' },
  { screen: 'worklist', at: '/call-back/all' },
  { screen: 'worklist', at: '/call-back/00000000000000000000000000000110' },
  { screen: 'quiet', at: '/call-back' },
  { screen: 'recordings', at: '/recordings' },
  { screen: 'recordings', at: `/recordings/${'2'.padStart(32, '0')}` },
  { screen: 'recordings', at: `/recordings/${'1'.padStart(32, '0')}` },
  { screen: 'quiet', at: '/recordings' },
  { screen: 'admin', at: '/admin/recording' },
  { screen: 'admin', at: '/admin/audit' },
  { screen: 'sign-in' },
] as const;

async function showAll(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[data-state]').last().waitFor();
}

async function showScreen(page: Page, url: string, what: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${url}/?${new URLSearchParams(what).toString()}`);
  await page.locator('[data-settled="true"]').waitFor();
}

test('no state of a call has an accessibility violation', async ({ page, galleryUrl }) => {
  test.setTimeout(120_000);
  await showAll(page, galleryUrl);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNoViolation(page, `${width} px, ${colorScheme}`);
    }
  }
});

test('the figures behind how a call sounds have no accessibility violation', async ({ page, galleryUrl }) => {
  await page.goto(`${galleryUrl}/?state=on-call-sounds-poor`);
  await page.getByRole('button', { name: 'Sound: Poor: 8 % lost. Show details' }).click();
  await expect(page.getByRole('region', { name: 'Sound of this call' })).toBeVisible();
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNoViolation(page, colorScheme);
  }
});

for (const [index, what] of screens.entries()) {
  const name = 'at' in what ? `${what.screen} at ${what.at}` : what.screen;
  // What is on a screen has been checked in every look above; how it is put together differs by width, not by theme.
  test(`no accessibility violation on the screen ${name}`, async ({ page, galleryUrl }) => {
    await showScreen(page, galleryUrl, what);
    for (const [place, width] of widths.entries()) {
      const colorScheme = (index + place) % 2 === 0 ? 'light' : 'dark';
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNoViolation(page, `${width} px, ${colorScheme}`);
    }
  });
}

test('the same action is in the same place: main bottom left and widest, way out bottom right', async ({
  page,
  galleryUrl,
}) => {
  await showAll(page, galleryUrl);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { faults, pairs } = await page.evaluate(misplaced);
    expect(faults, `${width} px`).toEqual([]);
    expect(pairs).toBeGreaterThan(25);
  }
});

test('Answer is 56 px high, Hang up 48, those of held calls 40, those of lists 36', async ({ page, galleryUrl }) => {
  await showAll(page, galleryUrl);
  const heights = async (state: string, name: RegExp) => {
    const buttons = page.locator(`[data-state="${state}"]`).getByRole('button', { name });
    return [...new Set(await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))];
  };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await heights('ringing-several', /^(Answer|Reject)/)).toEqual([56]);
    expect(await heights('still-on-the-line', /^(Rejoin|Hang up)/)).toEqual([56]);
    expect(await heights('on-call', /^Hang up/)).toEqual([48]);
    expect(await heights('on-hold', /^(Resume|Hang up)/)).toEqual([40]);
    expect(await heights('waiting', /^Take/)).toEqual([36]);
  }
});

test('Hang up stays where it is when the keypad opens and closes', async ({ page, galleryUrl }) => {
  for (const state of ['on-call', 'on-call-called-before', 'on-call-note-saved']) {
    await page.goto(`${galleryUrl}/?state=${state}`);
    const hangUp = page.getByRole('button', { name: 'Hang up Henrik Aas' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const place = async () => Math.round((await hangUp.boundingBox())?.y ?? 0);
      const before = await place();
      await page.getByRole('button', { name: 'Keypad for Henrik Aas' }).click();
      await expect(page.getByRole('region', { name: 'Keypad for Henrik Aas' })).toBeVisible();
      expect(await place(), `${state}, ${width} px`).toBe(before);
      await page.getByRole('button', { name: 'Keypad for Henrik Aas' }).click();
      expect(await place()).toBe(before);
    }
  }
});

test('Hang up stays where it is when they answer', async ({ page, galleryUrl }) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const places = [];
    for (const state of ['calling-your-phone', 'calling-dialled', 'on-call-with-number']) {
      await page.goto(`${galleryUrl}/?state=${state}`);
      const hangUp = page.getByRole('button', { name: /^Hang up/ });
      places.push(Math.round((await hangUp.boundingBox())?.y ?? 0));
    }
    expect(new Set(places).size, `${width} px: ${places.join(', ')}`).toBe(1);
  }
});

test('Hang up stays where it is whatever the call sounds like, and when one mutes', async ({ page, galleryUrl }) => {
  await showAll(page, galleryUrl);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const heights = [];
    for (const state of ['', '-sounds-good', '-sounds-good-muted', '-sounds-fair', '-sounds-poor']) {
      heights.push((await page.locator(`[data-state="on-call${state}"] article`).boundingBox())?.height);
    }
    expect(new Set(heights).size, `${width} px: ${heights.join(', ')}`).toBe(1);
  }
});

test('on a narrow window who rings can be answered however far one has scrolled', async ({ page, galleryUrl }) => {
  await page.setViewportSize({ width: 420, height: 800 });
  await showScreen(page, galleryUrl, { screen: 'active', at: '/settings/keyboard' });
  await page.getByRole('main').getByRole('button').last().scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { level: 1, name: 'Keyboard' })).not.toBeInViewport();
  for (const name of ['Answer Ana Kovač', 'Hang up Henrik Aas']) {
    await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
});

/** A window of 1440 px at 200 % zoom is one of 720 px to its page. */
const tightSizes = [
  { width: 720, height: 450 },
  { width: 1024, height: 800 },
  { width: 420, height: 800 },
] as const;

test('nothing scrolls sideways at 420 px, at 200 % zoom, or with wide text', async ({ page, galleryUrl }) => {
  test.setTimeout(240_000);
  const expectFits = async (what: string): Promise<void> => {
    for (const size of tightSizes) {
      await page.setViewportSize(size);
      // What is put together otherwise at another width is so by the second frame.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(tooWide), `${what}, ${size.width} px`).toEqual([]);
    }
  };
  const expectAllFits = async (what: string): Promise<void> => {
    await expectFits(what);
    await page.addStyleTag({ content: wideText });
    await expectFits(`${what}, wide text`);
  };
  await showAll(page, galleryUrl);
  await expectAllFits('states');
  for (const what of screens) {
    await showScreen(page, galleryUrl, what);
    await expectAllFits('at' in what ? `${what.screen} at ${what.at}` : what.screen);
  }
});

test('names are text whatever is in them, stay in their card, and are there in full', async ({ page, galleryUrl }) => {
  await showAll(page, galleryUrl);
  await expect(page.locator('[data-state] img, [data-state] h3 b')).toHaveCount(0);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('article h3')]
        .filter((name) => {
          const [card, own] = [name.closest('article')?.getBoundingClientRect(), name.getBoundingClientRect()];
          return card === undefined || own.left < card.left || own.right > card.right;
        })
        .map(({ textContent }) => textContent),
    );
    expect(outside).toEqual([]);
  }
  for (const state of ['80-characters', 'right-to-left', 'emoji', 'markup']) {
    const heading = page.locator(`[data-state="ringing-${state}"] h3`);
    expect(await heading.getAttribute('title')).toBe(await heading.textContent());
  }
});

test('with forced colours everything is still there', async ({ page, galleryUrl }, testInfo) => {
  test.setTimeout(240_000);
  // Which colours it has is the system’s business then.
  const contrast = false;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await showAll(page, galleryUrl);
  await expectNoViolation(page, 'forced colours, states', { contrast });
  await page.screenshot({ path: testInfo.outputPath('forced-colors-states.png'), fullPage: true });
  for (const what of screens) {
    await showScreen(page, galleryUrl, what);
    await expectNoViolation(page, `forced colours, ${what.screen}`, { contrast });
  }
  await showScreen(page, galleryUrl, { screen: 'main' });
  await page.screenshot({ path: testInfo.outputPath('forced-colors-main.png') });
});

test('nothing moves for whoever wants it so, and the lamp does for the others', async ({ page, galleryUrl }) => {
  await showAll(page, galleryUrl);
  const running = () => page.evaluate(() => document.getAnimations().length);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await running()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await running()).toBe(0);
});

test('the gallery is not part of what is built', async () => {
  const files = await readdir('dist-web/assets');
  const scripts = await Promise.all(
    files.filter((name) => name.endsWith('.js')).map((name) => readFile(`dist-web/assets/${name}`, 'utf8')),
  );
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => script.includes('ringing-without-anything'))).toEqual([]);
});
