import { appendFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** More of them in one step are no accident. */
const mostSecondAttempts = 1;

/**
 * What failed, once more and in few lines, for the end of a whole run: what is printed there is what a log keeps. On CI a
 * test that fails is tried once more (vitest.config.ts); what needed it is said by name, and when it was more than an
 * accident the run has failed.
 */
export class FailedTests implements Reporter {
  readonly #file: string;

  /** @param file where the lines are added */
  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const flaky = tests.filter((test) => test.diagnostic()?.flaky === true);
    if (flaky.length > mostSecondAttempts) process.exitCode = 1;
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const lines = [
      ...modules.flatMap((module) => module.errors().map((error) => `${module.relativeModuleId}: ${error.message}`)),
      ...suites.flatMap((suite) =>
        suite.errors().map((error) => `${suite.module.relativeModuleId} › ${suite.fullName}: ${error.message}`),
      ),
      ...tests.filter((test) => test.result().state === 'failed').map((test) => `failed: ${inFull(test)}`),
      ...flaky.map((test) => `passed only at a further attempt: ${inFull(test)}`),
      ...unhandled.map((error) => `nobody caught: ${error.stack ?? error.message}`),
    ];
    for (const line of lines) appendFileSync(this.#file, `${line}\n`);
  }
}

function inFull(test: TestCase): string {
  const errors = test.result().errors ?? [];
  return [`${test.module.relativeModuleId} › ${test.fullName}`, ...errors.map(({ message }) => message)].join('\n  ');
}
