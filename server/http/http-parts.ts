import type { Agent } from '../../shared/call/call.ts';
import type { Health, Welcome } from '../../shared/protocol/accounts.ts';
import type { SystemHealth } from '../../shared/protocol/system-health.ts';
import type { Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/sign-in.ts';
import type { UserManagement } from '../accounts/manage-users.ts';
import type { CallBoard } from '../calls/call-board.ts';
import type { CallCommands } from '../calls/commands.ts';
import type { Desk } from '../calls/desk.ts';
import type { Outside } from '../calls/outside.ts';
import type { People } from '../calls/people.ts';
import type { Review } from '../calls/review.ts';
import type { Reception } from '../calls/reception.ts';
import type { TestCallFailure } from '../calls/test-call.ts';
import type { Transcription } from '../calls/transcription.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PhoneEntrance } from '../ports/phone-entrance.ts';
import type { CallStore, Directory, EventLog, PersonStore, Session } from '../ports/stores.ts';
import type { TemplateStore } from '../ports/template-store.ts';

/** What the web layer works with; main.ts makes it. */
export type HttpParts = {
  readonly accounts: Accounts;
  readonly users: UserManagement;
  readonly directory: Directory;
  readonly calls: CallStore;
  readonly events: EventLog;
  readonly board: CallBoard;
  readonly commands: CallCommands;
  /** What replies are made with. */
  readonly replying: Desk;
  readonly review: Review;
  /** Writes down what was said, where somebody does. */
  readonly transcription: Pick<Transcription, 'on' | 'wake'>;
  readonly people: Pick<People, 'setStatus'>;
  readonly preferences: Pick<PersonStore, 'preferences' | 'savePreferences'>;
  readonly templates: TemplateStore;
  readonly startTestCall: (by: Agent) => Promise<Result<{ readonly id: string }, TestCallFailure>>;
  readonly outside: Outside;
  readonly phone: PhoneEntrance;
  /** A page gave a sign of life on its event stream. */
  readonly pageAlive: Reception['pageAlive'];
  /** Tells of every session that ended, by whatever way. Returns the way to stop listening. */
  readonly onSessionEnded: (listener: (session: Session) => void) => () => void;
  /** Whose queues or role may have changed, by user id: their desks and their streams follow. */
  readonly memberships: Memberships;
  /** Told of each event stream as it opens and closes, for the metrics. */
  readonly eventSockets: { readonly opened: () => void; readonly closed: () => void };
  readonly newId: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly welcome: () => Promise<Welcome>;
  readonly health: () => Promise<Health>;
  readonly systemHealth: () => Promise<SystemHealth>;
  /** Null where the demo is off. */
  readonly demo: { readonly simulateCaller: (dial: string) => Promise<Result<void, 'tooManyRequests'>> } | null;
  /** The metrics in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
  readonly settings: HttpSettings;
};

export type Memberships = {
  readonly tell: (userIds: readonly string[]) => void;
  /** Returns the way to stop listening. */
  readonly subscribe: (listener: (userIds: readonly string[]) => void) => () => void;
};

export type HttpSettings = {
  readonly port: number;
  readonly host: string;
  /** Origins of a proxy in front; empty: the host that was asked. */
  readonly origins: readonly string[];
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  /** Besides loopback, who shows this token may read the metrics. */
  readonly metricsToken: string | null;
  /** The folder of the built browser app; null serves none. */
  readonly webFolder: string | null;
  readonly version: string;
};
