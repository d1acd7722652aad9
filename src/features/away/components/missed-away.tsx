import { PhoneMissed } from 'lucide-react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { looksLikeNumber } from '../../../lib/read-number.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import { CallBackAct } from '../../../ui/call-back-act.tsx';
import { CallBackTrouble } from '../../../ui/call-back-trouble.tsx';
import { GoLink } from '../../../ui/go-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { MissedStore } from '../model/missed-store.ts';
import './away.css';

type MissedAwayProps = {
  readonly missed: MissedStore;
  readonly format: (number: string) => string;
  readonly callBack: CallBack;
  readonly onGo: (to: string) => void;
};

/** As many as do not push the calls that are going on out of sight. */
const mostRows = 5;

/** Who called while nobody could hear it here: a list that stays until it is put away. */
export function MissedAway({ missed, format, callBack, onGo }: MissedAwayProps) {
  const calls = useStore(missed.store, (state) => state.calls);
  const count = calls.length;
  if (count === 0) return null;
  const texts = strings.quality.away;
  const title = fill(plural(count, texts.title), { count });
  const more = count - mostRows;
  return (
    <section className="banner info missed-away" aria-label={title}>
      <Icon of={PhoneMissed} size={20} />
      <div className="grow">
        <strong>{title}</strong>
        <ul>
          {calls.slice(0, mostRows).map((call) => (
            <MissedCall key={call.id} call={call} format={format} callBack={callBack} />
          ))}
          {more > 0 && <li className="faint">{fill(texts.more, { count: more })}</li>}
        </ul>
        <GoLink to="/call-back" onGo={onGo} className="small">
          {texts.whoCalls}
        </GoLink>
      </div>
      <Act label={texts.dismiss} name={texts.dismissName} onPress={missed.dismiss} />
    </section>
  );
}

type MissedCallProps = { readonly call: Call } & Pick<MissedAwayProps, 'format' | 'callBack'>;

function MissedCall({ call, format, callBack }: MissedCallProps) {
  const { name, number, withheld } = call.caller;
  const { away } = strings.quality;
  const shown = withheld || number === null ? null : format(number);
  const who = withheld ? away.withheld : (name ?? shown ?? away.unknown);
  const from = `missed-${call.id}`;
  return (
    <li>
      <time className="num" dateTime={new Date(call.arrivedAt).toISOString()}>
        {timeOfDay(call.arrivedAt)}
      </time>
      <bdi className="b">{who}</bdi>
      {name !== null && shown !== null && <bdi className="tel">{shown}</bdi>}
      <bdi>{call.queue?.name}</bdi>
      {number !== null && !withheld && looksLikeNumber(number) && (
        <CallBackAct
          size="min"
          name={who}
          {...{ from, callBack }}
          onPress={() => callBack.run({ number, from, callId: call.id })}
        />
      )}
      <CallBackTrouble from={from} callBack={callBack} />
    </li>
  );
}
