import { MemoryFile } from './memory-file.ts';

/** WASI error numbers (wasi_snapshot_preview1). */
const errors = { none: 0, badDescriptor: 8, noEntry: 44, notImplemented: 52, notSeekable: 29 } as const;
/** The descriptor of the root folder, and of the one file that can be opened in it. */
const rootFd = 3;
const fileFd = 4;
const createFlag = 1;
const truncateFlag = 8;
const fileTypes = { folder: 3, file: 4 } as const;

/** Thrown out of the program when it ends itself. */
export class ProgramExit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`the program ended with ${code}`);
    this.code = code;
  }
}

type SystemCall = (...args: never[]) => number;

/**
 * As much of WASI as a command-line program needs that gets arguments and writes one file; both live in memory.
 * (Node's own `node:wasi` brought the process down after some runs, and needs real folders.)
 */
export class MemoryWasi {
  readonly file = new MemoryFile();
  readonly #args: readonly Uint8Array[];
  #memory: WebAssembly.Memory | undefined;

  constructor(args: readonly string[]) {
    this.#args = args.map((arg) => new TextEncoder().encode(`${arg}\0`));
  }

  /** The memory of the instance that calls; set before it starts. */
  set memory(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** The functions a module asks for; what is not here answers "not implemented". */
  imports(module: WebAssembly.Module): Record<string, Record<string, SystemCall>> {
    const calls: Readonly<Record<string, SystemCall>> = { ...this.#process(), ...this.#files() };
    const wanted = WebAssembly.Module.imports(module).map(({ name }) => name);
    const functions = wanted.map((name) => [name, calls[name] ?? (() => errors.notImplemented)] as const);
    return { wasi_snapshot_preview1: Object.fromEntries(functions) };
  }

  #process(): Readonly<Record<string, SystemCall>> {
    return {
      args_sizes_get: (count: number, size: number) => {
        this.#view.setUint32(count, this.#args.length, true);
        const total = this.#args.reduce((sum, arg) => sum + arg.length, 0);
        this.#view.setUint32(size, total, true);
        return errors.none;
      },
      args_get: (pointers: number, buffer: number) => {
        let at = buffer;
        for (const [i, arg] of this.#args.entries()) {
          this.#view.setUint32(pointers + 4 * i, at, true);
          this.#bytes.set(arg, at);
          at += arg.length;
        }
        return errors.none;
      },
      // Speech must not depend on the time of day: the clock stands still.
      clock_time_get: (_id: number, _precision: bigint, result: number) => {
        this.#view.setBigUint64(result, 0n, true);
        return errors.none;
      },
      proc_exit: (code: number) => {
        throw new ProgramExit(code);
      },
    };
  }

  #files(): Readonly<Record<string, SystemCall>> {
    return {
      fd_prestat_get: (fd: number, result: number) => {
        if (fd !== rootFd) return errors.badDescriptor;
        this.#view.setUint8(result, 0);
        this.#view.setUint32(result + 4, 1, true);
        return errors.none;
      },
      fd_prestat_dir_name: (_fd: number, path: number) => {
        this.#bytes[path] = '/'.charCodeAt(0);
        return errors.none;
      },
      fd_fdstat_get: (fd: number, result: number) => {
        this.#bytes.fill(0, result, result + 24);
        this.#view.setUint8(result, fd === rootFd ? fileTypes.folder : fileTypes.file);
        // All rights, own and inherited.
        this.#bytes.fill(0xff, result + 8, result + 24);
        return errors.none;
      },
      fd_fdstat_set_flags: () => errors.none,
      path_open: (...args: number[]) => this.#open(args),
      fd_write: (fd: number, vectors: number, count: number, written: number) =>
        this.#write(fd, vectors, count, written),
      fd_read: (_fd: number, _vectors: number, _count: number, read: number) => {
        this.#view.setUint32(read, 0, true);
        return errors.none;
      },
      fd_seek: (fd: number, offset: bigint, whence: number, result: number) => {
        if (fd !== fileFd) return errors.notSeekable;
        this.#view.setBigUint64(result, BigInt(this.file.seek(Number(offset), whence)), true);
        return errors.none;
      },
      fd_close: () => errors.none,
    };
  }

  /** Any name will do, as long as the program wants to write it; there is nothing to read. */
  #open(args: readonly number[]): number {
    const [flags = 0, result = 0] = [args[4], args[8]];
    if ((flags & createFlag) === 0) return errors.noEntry;
    if (flags & truncateFlag) this.file.truncate();
    this.#view.setUint32(result, fileFd, true);
    return errors.none;
  }

  /** What goes to the terminal is dropped. */
  #write(fd: number, vectors: number, count: number, written: number): number {
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      const start = this.#view.getUint32(vectors + 8 * i, true);
      const length = this.#view.getUint32(vectors + 8 * i + 4, true);
      if (fd === fileFd) this.file.write(this.#bytes.subarray(start, start + length));
      total += length;
    }
    this.#view.setUint32(written, total, true);
    return errors.none;
  }

  /** Made anew each time: the buffer is another one when the memory has grown. */
  get #view(): DataView {
    return new DataView(this.#buffer);
  }

  get #bytes(): Uint8Array {
    return new Uint8Array(this.#buffer);
  }

  get #buffer(): ArrayBuffer {
    if (!this.#memory) throw new Error('the program called before it had a memory');
    return this.#memory.buffer;
  }
}
