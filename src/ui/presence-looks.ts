import { Check, Circle, Minus, Moon, Phone, type LucideIcon } from 'lucide-react';

export type Presence = 'available' | 'onCall' | 'away' | 'doNotDisturb' | 'offline';
type Look = { readonly icon: LucideIcon; readonly tone: 'answer' | 'now' | 'wait' | 'end-tone' | 'off' };

/** The icon and the colour of how somebody stands; the word is always beside it. */
export const presenceLooks: { readonly [State in Presence]: Look } = {
  available: { icon: Check, tone: 'answer' },
  onCall: { icon: Phone, tone: 'now' },
  away: { icon: Moon, tone: 'wait' },
  doNotDisturb: { icon: Minus, tone: 'end-tone' },
  offline: { icon: Circle, tone: 'off' },
};

/** The class that colours the word. */
export const presenceTextClass: { readonly [State in Presence]: string } = {
  available: 'tone-answer',
  onCall: 'tone-now',
  away: 'tone-wait',
  doNotDisturb: 'tone-end',
  offline: 'faint',
};
