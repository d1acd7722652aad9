import type { LineView } from '../../features/calls/model/calls-model.ts';

/** How a desk is connected on which everything works. */
export const connected: LineView = { unavailable: null, notHere: null, isLost: false, noDialling: null };
