import { isMac } from '../../../lib/is-mac.ts';

/** A key of the Alt layer as aria-keyshortcuts has it; on a Mac Option types letters, so Control and Shift stand in. */
export const altKey = (key: string): string => `${isMac ? 'Control+Shift+' : 'Alt+'}${key}`;
