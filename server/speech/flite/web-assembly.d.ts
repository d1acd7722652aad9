/** The part of WebAssembly that runs Flite: the types of Node 20 do not have it. */
declare namespace WebAssembly {
  class Module {
    /** Nothing of a module is to be seen but what it imports. */
    private readonly compiled: unknown;
    static imports(module: Module): readonly { readonly module: string; readonly name: string }[];
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    readonly exports: Readonly<Record<string, unknown>>;
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
