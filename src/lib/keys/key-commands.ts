/** Where a key is listed: by what somebody is doing when they want it. */
export type KeyGroup = 'ringing' | 'onCall' | 'anywhere';

type Entry = {
  readonly group: KeyGroup;
  /** Its usual keys: `F2`, `Shift+F4`, `Alt+KeyK`; after the modifier stands `KeyboardEvent.code`. */
  readonly key: string;
  /** Whether the console can do it yet; keys of what it cannot do are neither active nor listed. */
  readonly exists: boolean;
  /** The command that has the same keys while no call is on. */
  readonly sharesWith?: 'find';
};

/** Every key of the console, in the order in which they are listed. A new command is one line, and its word. */
export const keyTable = {
  answer: { group: 'ringing', key: 'F2', exists: true },
  replyBusy: { group: 'ringing', key: 'Shift+F2', exists: true },
  voicemail: { group: 'ringing', key: 'Alt+KeyO', exists: false },
  forward: { group: 'ringing', key: 'Alt+KeyW', exists: false },
  reject: { group: 'ringing', key: 'Shift+F4', exists: true },
  previousCall: { group: 'ringing', key: 'Alt+ArrowUp', exists: true },
  nextCall: { group: 'ringing', key: 'Alt+ArrowDown', exists: true },
  hangUp: { group: 'onCall', key: 'F4', exists: true },
  hold: { group: 'onCall', key: 'F8', exists: true },
  swap: { group: 'onCall', key: 'Shift+F8', exists: true },
  transfer: { group: 'onCall', key: 'F9', exists: false, sharesWith: 'find' },
  park: { group: 'onCall', key: 'Shift+F9', exists: false },
  mute: { group: 'onCall', key: 'F10', exists: true },
  keypad: { group: 'onCall', key: 'Alt+KeyK', exists: true },
  pauseRecording: { group: 'onCall', key: 'Alt+KeyR', exists: true },
  note: { group: 'onCall', key: 'Alt+KeyN', exists: true },
  find: { group: 'anywhere', key: 'F9', exists: true },
  replies: { group: 'anywhere', key: 'Alt+KeyI', exists: true },
  ownStatus: { group: 'anywhere', key: 'Alt+KeyU', exists: true },
  readOut: { group: 'anywhere', key: 'Alt+KeyY', exists: true },
  allKeys: { group: 'anywhere', key: 'Alt+Slash', exists: true },
} as const satisfies Record<string, Entry>;

export type KeyCommand = keyof typeof keyTable;

export const entryOf = (command: KeyCommand): Entry => keyTable[command];

const isCommand = (text: string): text is KeyCommand => Object.hasOwn(keyTable, text);

/** What the console can do by key, in the order of the table. */
export const liveCommands: readonly KeyCommand[] = Object.keys(keyTable)
  .filter(isCommand)
  .filter((command) => keyTable[command].exists);
