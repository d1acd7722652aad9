import { Check } from 'lucide-react';
import { useStore } from 'zustand';
import type { Status } from '../../../../shared/protocol/stream.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import { PresenceBadge } from '../../../ui/avatar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { OwnStatus } from '../model/own-status.ts';
import type { StatusChoice, StatusStore } from '../model/status-store.ts';

type StatusChoicesProps = {
  readonly own: OwnStatus;
  readonly status: StatusStore;
  readonly onChosen: () => void;
};

const texts = strings.people.status;
const minute = 60_000;
const times = [
  [30 * minute, texts.halfHour],
  [60 * minute, texts.hour],
  [null, texts.open],
] as const;
const hints = {
  available: texts.availableHint,
  away: texts.awayHint,
  doNotDisturb: texts.doNotDisturbHint,
} as const;

/** Whether calls may ring here, and if not, for how long. */
export function StatusChoices({ own, status, onChosen }: StatusChoicesProps) {
  const { pending, failure } = useStore(status.store);
  const choose = async (choice: StatusChoice): Promise<void> => {
    if (await status.choose(choice)) onChosen();
  };
  const shared = { own, pending, choose: (choice: StatusChoice) => void choose(choice) };
  return (
    <div className="statuses">
      <AvailableItem {...shared} />
      <TimedItem {...shared} status="away" />
      <TimedItem {...shared} status="doNotDisturb" />
      <p className="item-failure small tone-end" role="alert">
        {failure !== null && fill(texts.failed, { reason: failure })}
      </p>
    </div>
  );
}

type ItemProps = {
  readonly own: OwnStatus;
  readonly pending: StatusChoice | null;
  readonly choose: (choice: StatusChoice) => void;
};

function AvailableItem({ own, pending, choose }: ItemProps) {
  const isBusy = pending !== null;
  return (
    <button
      type="button"
      className={own.presence === 'available' ? 'status-item current' : 'status-item'}
      aria-pressed={own.presence === 'available'}
      aria-busy={pending?.status === 'available' || undefined}
      aria-disabled={isBusy || undefined}
      onClick={() => !isBusy && choose({ status: 'available', forMs: null })}
    >
      <StatusWords own={own} status="available" />
    </button>
  );
}

function TimedItem({ own, pending, choose, status }: ItemProps & { readonly status: 'away' | 'doNotDisturb' }) {
  const word = strings.people.presence[status];
  return (
    <fieldset
      className={own.presence === status ? 'status-item current' : 'status-item'}
      aria-label={own.presence === status ? `${word}, ${texts.current}` : word}
    >
      <StatusWords own={own} status={status} />
      <span className="status-times">
        {times.map(([forMs, label]) => (
          <Act
            key={label}
            size="min"
            label={label}
            name={fill(texts.choice, { status: word, time: label })}
            busy={pending?.status === status && pending.forMs === forMs}
            onPress={() => choose({ status, forMs })}
          />
        ))}
      </span>
    </fieldset>
  );
}

function StatusWords({ own, status }: { readonly own: OwnStatus; readonly status: Status }) {
  const isCurrent = own.presence === status;
  const hint = isCurrent && own.until !== null ? fill(texts.until, { time: timeOfDay(own.until) }) : hints[status];
  return (
    <span className="row status-words">
      <PresenceBadge presence={status} />
      <span className="col grow">
        <span className="b">{strings.people.presence[status]}</span>
        <span className="small muted">{hint}</span>
      </span>
      {isCurrent && <Icon of={Check} size={16} />}
    </span>
  );
}
