import { readdirSync, readFileSync } from 'node:fs';

/** The parts of a running Frontdesk that are processes of their own. */
export type Part = 'server' | 'asterisk' | 'database' | 'guardians';
export const parts: readonly Part[] = ['server', 'asterisk', 'database', 'guardians'];
export const partNames: Readonly<Record<Part, string>> = {
  server: 'server',
  asterisk: 'Asterisk',
  database: 'database',
  guardians: 'guardians',
};

/** CPU in ms since each began, memory in bytes. `pss` counts a page that several share by shares. */
export type Usage = { readonly cpuMs: number; readonly rss: number; readonly pss: number };
export type Usages = Readonly<Record<Part, Usage>>;

type Process = { readonly pid: number; readonly parent: number; readonly command: string; readonly cpuMs: number };

/** Kernel clock ticks are hundredths of a second on every Linux that Node runs on (`getconf CLK_TCK`). */
const tickMs = 10;

/** What the server and everything it started have used so far (Linux: from /proc). */
export function usageOf(serverPid: number): Usages {
  const family = familyOf(serverPid, allProcesses());
  const sumOf = (part: Part): Usage =>
    family
      .filter((one) => partOf(one, serverPid) === part)
      .map(({ pid, cpuMs }) => ({ cpuMs, ...memoryOf(pid) }))
      .reduce(add, { cpuMs: 0, rss: 0, pss: 0 });
  return {
    server: sumOf('server'),
    asterisk: sumOf('asterisk'),
    database: sumOf('database'),
    guardians: sumOf('guardians'),
  };
}

function partOf({ pid, command }: Process, serverPid: number): Part {
  if (pid === serverPid) return 'server';
  if (/^postgres:|\/postgres /.test(command)) return 'database';
  if (command.includes('asterisk') && !command.includes('guardian')) return 'asterisk';
  // Also what TypeScript is compiled with where the parts run from source; it is asleep by now.
  return 'guardians';
}

function familyOf(rootPid: number, processes: readonly Process[]): readonly Process[] {
  const root = processes.filter(({ pid }) => pid === rootPid);
  if (root.length === 0) throw new Error('the server is not running');
  const children = processes.filter(({ parent }) => parent === rootPid);
  return [...root, ...children.flatMap(({ pid }) => familyOf(pid, processes))];
}

function allProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in brackets, may have anything in it (proc(5)); what follows is state, parent, …, and its
    // own CPU time and that of its children that have ended, each in and outside the kernel.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, ...times] = [fields[1], fields[11], fields[12], fields[13], fields[14]];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
    return { pid, parent, command, cpuMs: tickMs * times.reduce((sum: number, ticks = 0) => sum + ticks, 0) };
  } catch {
    // It has ended since the folder was listed.
    return undefined;
  }
}

function memoryOf(pid: number): { readonly rss: number; readonly pss: number } {
  const text = readIfThere(`/proc/${pid}/smaps_rollup`);
  const bytes = (name: string): number => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
  return { rss: bytes('Rss'), pss: bytes('Pss') };
}

/** Nothing of a process that has ended since the folder was listed: a backend of the database, a worker. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

const add = (one: Usage, other: Usage): Usage => ({
  cpuMs: one.cpuMs + other.cpuMs,
  rss: one.rss + other.rss,
  pss: one.pss + other.pss,
});
