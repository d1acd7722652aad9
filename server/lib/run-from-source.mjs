// The first module of a worker that runs from TypeScript: Node 20 ignores `--import tsx` in the `execArgv` of a worker,
// so tsx is registered by hand before the worker's own module, named by its first argument, is loaded.
import { register } from 'tsx/esm/api';

register();
await import(process.argv[2]);
