import { Signal, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useCallsModel } from '../model/calls-model.ts';
import { detailRows, verdictWord, whatToDo } from '../model/quality-words.ts';
import type { Quality, Verdict } from '../model/quality.ts';
import './quality.css';

type Look = { readonly icon: LucideIcon; readonly tone: 'plain' | 'wait' | 'end-tone' };

const looks: { readonly [Kind in Verdict['kind']]: Look } = {
  good: { icon: Signal, tone: 'plain' },
  fair: { icon: Signal, tone: 'plain' },
  poor: { icon: Signal, tone: 'wait' },
  notHeard: { icon: TriangleAlert, tone: 'end-tone' },
  notHearing: { icon: TriangleAlert, tone: 'end-tone' },
};

type QualityProps = { readonly call: Call };

/** How the call sounds, in a word; pressed, in figures. Nothing until it can be told. */
export function QualityBadge({ call }: QualityProps) {
  const quality = useQuality(call);
  if (quality === null) return null;
  const { icon, tone } = looks[quality.verdict.kind];
  const word = verdictWord(quality.verdict, call);
  const id = `quality-${call.id}`;
  const { details } = strings.quality;
  return (
    <>
      <button
        type="button"
        className={`chip quality ${tone}`}
        popoverTarget={id}
        aria-label={fill(strings.quality.chipName, { word })}
        data-quality={quality.verdict.kind}
      >
        <Icon of={icon} size={14} />
        {word}
      </button>
      <section id={id} popover="auto" className="pop quality-details" aria-label={details.title}>
        <p className="b">{details.title}</p>
        <dl>
          {detailRows(quality.details).map(([name, value]) => (
            <div key={name} className="row">
              <dt>{name}</dt>
              <dd className="end num b">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** One side does not hear the other: what it is, and what to do. The live regions have said it. */
export function OneWayBanner({ call }: QualityProps) {
  const quality = useQuality(call);
  const advice = quality === null ? null : whatToDo(quality.verdict);
  if (quality === null || advice === null) return null;
  return <Banner tone="bad" icon={TriangleAlert} title={`${verdictWord(quality.verdict, call)}.`} text={advice} />;
}

function useQuality({ id }: Call): Quality | null {
  const { quality } = useCallsModel();
  return useStore(quality.store, (all) => all[id] ?? null);
}
