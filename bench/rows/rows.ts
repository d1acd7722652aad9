import type { Row } from '../line.ts';
import { answer } from './answer.ts';
import { bundle } from './bundle.ts';
import { busy } from './busy.ts';
import { cancel } from './cancel.ts';
import { card } from './card.ts';
import { encode } from './encode.ts';
import { idle } from './idle.ts';
import { key } from './key.ts';
import { load } from './load.ts';
import { playSeek } from './play-seek.ts';
import { rate } from './rate.ts';
import { ready } from './ready.ts';
import { recordCost } from './record-cost.ts';
import { recordingsList } from './recordings-list.ts';
import { reconnect } from './reconnect.ts';
import { recordStop } from './record-stop.ts';
import { reply } from './reply.ts';
import { replyKeys } from './reply-keys.ts';
import { replyLag } from './reply-lag.ts';
import { shift } from './shift.ts';
import { voices } from './voices.ts';
import { webrtcLoad } from './webrtc-load.ts';
import { windows } from './windows.ts';

/** In the order in which they are measured and shown. */
export const rows: readonly Row[] = [
  bundle,
  ready,
  card,
  busy,
  key,
  answer,
  reply,
  replyKeys,
  replyLag,
  cancel,
  windows,
  reconnect,
  recordStop,
  idle,
  shift,
  load,
  webrtcLoad,
  recordCost,
  rate,
  recordingsList,
  playSeek,
  voices,
  encode,
];
