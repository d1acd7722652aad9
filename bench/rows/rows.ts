import type { Row } from '../line.ts';
import { answer } from './answer.ts';
import { bundle } from './bundle.ts';
import { cancel } from './cancel.ts';
import { card } from './card.ts';
import { load } from './load.ts';
import { rate } from './rate.ts';
import { ready } from './ready.ts';
import { reconnect } from './reconnect.ts';
import { webrtcLoad } from './webrtc-load.ts';

/** In the order in which they are measured and shown. */
export const rows: readonly Row[] = [bundle, ready, card, answer, cancel, reconnect, load, webrtcLoad, rate];
