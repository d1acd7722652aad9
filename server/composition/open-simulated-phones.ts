import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openSimulatedPhones, type SimulatedPhones } from '../demo/simulated-phones.ts';
import type { Speech } from '../ports/speech.ts';
import type { Surroundings } from './surroundings.ts';

type Parts = Pick<Surroundings, 'dataFolder' | 'settings' | 'clock' | 'log'>;

/**
 * The telephones of simulated people; null where calls to the outside go elsewhere, or nowhere. Their port is remembered:
 * a PBX that goes on over a restart of the server knows them by it.
 */
export async function openPhonesOfDemo(parts: Parts, speech: Speech): Promise<SimulatedPhones | null> {
  const { dataFolder, settings, clock, log } = parts;
  if (settings.trunk.out !== 'simulated') return null;
  const file = path.join(dataFolder, 'simulated-phones-port');
  const open = (port: number): Promise<SimulatedPhones> => openSimulatedPhones({ port, speech, clock, log });
  const remembered = rememberedPort(file);
  const phones = await open(remembered).catch((error: unknown) => {
    if (remembered === 0) throw error;
    log.info({ port: remembered }, 'somebody else has the port of the simulated telephones: they take another');
    return open(0);
  });
  writeFileSync(file, `${phones.port}\n`);
  return phones;
}

/** 0, which is any that is free, where none is remembered. */
function rememberedPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : 0;
  } catch {
    // Never started here before.
    return 0;
  }
}
