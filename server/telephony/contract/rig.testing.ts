import type { ConsoleAdmission, Telephony } from '../../ports/telephony.ts';

/** A device at the other end of a leg: it makes sound and measures what it hears. */
export type RigDevice = {
  /** The SIP statuses its own INVITE was answered with, in order; empty for one that was called. */
  readonly statuses: () => readonly number[];
  readonly ended: () => boolean;
  /** CANCEL, or BYE. */
  readonly hangUp: () => void;
  readonly press: (digits: string) => void;
  readonly hold: () => void;
  readonly resume: () => void;
  /** It makes its tone (as it does from the beginning), or none. */
  readonly speaks: (speaking: boolean) => void;
  /** How many packets of sound have come, silent ones too. */
  readonly packetsHeard: () => number;
  /** What it hears now is a tone of so many Hz. */
  readonly hears: (hz: number) => boolean;
  /** It hears nothing worth the name. */
  readonly hearsNothing: () => boolean;
  readonly digitsHeard: () => string;
};

/** A device that is called: it alerts at once. */
export type RigTarget = RigDevice & {
  readonly alerts: () => boolean;
  /** A header of the INVITE it got. */
  readonly header: (name: string) => string | null;
  readonly answer: () => void;
  readonly reject: (status: number) => void;
};

export type RigConsole = Pick<RigTarget, 'alerts' | 'header' | 'answer' | 'reject' | 'ended'> & {
  /** Why it was cancelled or ended, by the Reason header (RFC 3326): by a colleague's answer, or otherwise. */
  readonly endedElsewhere: () => boolean;
  /** Its socket is cut. */
  readonly goAway: () => Promise<void>;
};

export type RigCall = {
  readonly dialled: string;
  readonly number?: string;
  readonly name?: string;
  /** The tone it makes, Hz. */
  readonly hz?: number;
  /** RFC 3325 §9.3 with the truth in P-Asserted-Identity. */
  readonly withheld?: boolean;
  readonly assertedIdentity?: { readonly number: string; readonly name?: string };
  readonly divertedFrom?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What the contract needs of the world around a driver. */
export type TelephonyRig = {
  readonly telephony: Telephony;
  /** A caller from the trunk; resolves when it has dialled. */
  readonly dial: (call: RigCall) => Promise<RigDevice>;
  /** Somebody outside with this number who makes this tone when called. */
  readonly target: (number: string, hz?: number) => RigTarget;
  /** A browser that registers, and answers without sound: only its signalling is real. */
  readonly console: (admission: ConsoleAdmission) => Promise<RigConsole>;
  /** A WAV file of a tone, about half a second long. */
  readonly prompt: { readonly path: string; readonly hz: number };
  /** Milliseconds of a complete recording; null while there is none. */
  readonly recordedMs: (recordingId: string) => number | null;
  /** The connection to the PBX breaks; the PBX lives. Resolves when that has been noticed. */
  readonly breakConnection: () => Promise<void>;
  /** The PBX dies at once and is there again after a while. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
};
