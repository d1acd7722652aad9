import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ConsoleAdmission } from '../../ports/telephony.ts';
import type { ConsoleWriter, Told } from './console-writer.ts';

type Applied = Result<void, 'pbxUnavailable'>;

/** Who may register, whether the PBX knows it yet or not. */
export type ConsoleRegister = {
  readonly admit: (console: ConsoleAdmission) => Promise<Applied>;
  readonly dismiss: (consoleId: string) => Promise<Applied>;
  /**
   * Tells the PBX what it does not know: everything, if it was started since the last time, otherwise only what changed
   * while it could not be told. One console that it does not take keeps nobody else out.
   */
  readonly apply: (startedAt: string) => Promise<Applied>;
};

export function createConsoleRegister(writer: ConsoleWriter, isUp: () => boolean): ConsoleRegister {
  const admitted = new Map<string, ConsoleAdmission>();
  const untold = new Set<string>();
  let toldSince = '';
  const tell = async (consoleId: string): Promise<Told> => {
    untold.add(consoleId);
    if (!isUp()) return fail('pbxUnavailable');
    const console = admitted.get(consoleId);
    const told = console === undefined ? await writer.remove(consoleId) : await writer.push(console);
    // Changed again meanwhile: that change tells itself.
    if (told.ok && admitted.get(consoleId) === console) untold.delete(consoleId);
    return told;
  };
  return {
    admit: async (console) => {
      admitted.set(console.consoleId, console);
      return orUnavailable(await tell(console.consoleId));
    },
    dismiss: async (consoleId) => {
      admitted.delete(consoleId);
      return orUnavailable(await tell(consoleId));
    },
    apply: async (startedAt) => {
      if (startedAt !== toldSince) for (const consoleId of admitted.keys()) untold.add(consoleId);
      toldSince = startedAt;
      const told = await Promise.all([...untold].map(tell));
      return told.some((one) => !one.ok && one.error === 'pbxUnavailable') ? fail('pbxUnavailable') : ok();
    },
  };
}

/** To whoever signs in, a PBX that does not take their console is one that is not there. */
const orUnavailable = (told: Told): Applied => (told.ok ? told : fail('pbxUnavailable'));
