type Stores = {
  readonly local: Pick<Storage, 'getItem' | 'setItem'>;
  readonly session: Pick<Storage, 'getItem' | 'setItem'>;
};

const key = 'frontdesk.desk-check';

/** Whether the check has run on this computer, or was put off in this window. */
export const wasOffered = ({ local, session }: Stores): boolean =>
  local.getItem(key) !== null || session.getItem(key) !== null;

/** `done` holds for this computer, `skipped` until the window is closed. `at`: ms since the epoch. */
export function rememberOffer({ local, session }: Stores, how: 'done' | 'skipped', at: number): void {
  (how === 'done' ? local : session).setItem(key, String(at));
}
