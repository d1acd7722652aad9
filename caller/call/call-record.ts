import {
  isEvent,
  type CallEvent,
  type CallEventBody,
  type CallEventOf,
  type CallEventType,
  type Ending,
  type LegState,
} from './call-event.ts';

/** What a call was told, in order, and whoever wants to hear of it. */
export class CallRecord {
  readonly #now: () => number;
  readonly #onChange: () => void;
  readonly #listeners = new Set<(event: CallEvent) => void>();
  readonly #history: CallEvent[] = [];
  #state: LegState;

  constructor(initial: 'alerting' | 'progressing', now: () => number, onChange: () => void) {
    this.#state = initial;
    this.#now = now;
    this.#onChange = onChange;
  }

  get state(): LegState {
    return this.#state;
  }

  get history(): readonly CallEvent[] {
    return this.#history;
  }

  get statuses(): readonly number[] {
    return this.all('status').map(({ status }) => status);
  }

  /** Keys the other side pressed, as one string. */
  get digits(): string {
    return this.all('digitHeard')
      .map(({ digit }) => digit)
      .join('');
  }

  get ending(): Ending | undefined {
    return this.all('ended')[0]?.ending;
  }

  all<Type extends CallEventType>(type: Type): readonly CallEventOf<Type>[] {
    return this.#history.filter((event) => isEvent(event, type));
  }

  on<Type extends CallEventType>(type: Type, listener: (event: CallEventOf<Type>) => void): () => void {
    const forward = (event: CallEvent) => isEvent(event, type) && listener(event);
    this.#listeners.add(forward);
    return () => this.#listeners.delete(forward);
  }

  onAny(listener: (event: CallEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes down what happened. After the end nothing happens any more. */
  add(body: CallEventBody): void {
    if (this.#state === 'terminated') return;
    const event: CallEvent = { ...body, at: this.#now() };
    this.#state = stateAfter(this.#state, event);
    this.#history.push(event);
    for (const listener of this.#listeners) listener(event);
    this.#onChange();
  }
}

function stateAfter(state: LegState, event: CallEvent): LegState {
  switch (event.type) {
    case 'answered':
    case 'resumed':
      return 'connected';
    case 'held':
      return 'held';
    case 'ended':
      return 'terminated';
    case 'invited':
    case 'status':
    case 'digitHeard':
    case 'requestReceived':
      return state;
    default:
      return event satisfies never;
  }
}
