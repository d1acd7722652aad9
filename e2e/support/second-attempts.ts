import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';

/** More of them are no accident. */
const mostSecondAttempts = 3;

/**
 * On CI a test that fails is tried again, twice at most (playwright.config.ts). What needed it is said by name at the end, and when it
 * was more than an accident the run has failed.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a reporter so
export default class SecondAttempts implements Reporter {
  #suite: Suite | null = null;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): Promise<{ status: 'failed' } | undefined> {
    const flaky = (this.#suite?.allTests() ?? []).filter((test) => test.outcome() === 'flaky');
    for (const test of flaky)
      process.stdout.write(`passed only at a further attempt: ${test.titlePath().join(' › ')}\n`);
    if (flaky.length <= mostSecondAttempts) return Promise.resolve(undefined);
    process.stdout.write(`${flaky.length} tests needed a further attempt; ${mostSecondAttempts} may.\n`);
    return Promise.resolve({ status: 'failed' });
  }
}
