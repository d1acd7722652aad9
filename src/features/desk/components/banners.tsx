import { Bell, Mic, MicOff, MonitorSmartphone, TriangleAlert, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { MicrophoneState } from '../../../ports/microphone.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import type { Connection } from '../model/connection.ts';
import type { DeskState } from '../model/desk-store.ts';
import { LostBanner } from './lost-banner.tsx';

export type Cures = {
  /** Connects now instead of when the pause is over. */
  readonly tryNow: () => void;
  /** Brings the telephone to this window. */
  readonly bringPhoneHere: () => void;
  readonly openMicrophone: () => void;
  readonly allowSound: () => void;
};

type BannersProps = { readonly desk: DeskState; readonly cures: Cures; readonly clock: Clock };

/** Whatever stands between this desk and its callers, each with the one press that cures it. */
export function Banners({ desk, cures, clock }: BannersProps) {
  const { connection, nextTryAt, holder, microphone, soundBlocked } = desk;
  return (
    <>
      {connection.kind === 'reconnecting' ? (
        <LostBanner since={connection.since} nextTryAt={nextTryAt} clock={clock} onTryNow={cures.tryNow} />
      ) : (
        <ConnectionBanner connection={connection} cures={cures} />
      )}
      {holder === 'elsewhere' && connection.kind === 'connected' && (
        <Banner
          tone="info"
          icon={MonitorSmartphone}
          title={strings.desk.elsewhereTitle}
          text={strings.desk.elsewhereText}
        />
      )}
      {holder === 'here' && <MicrophoneBanner microphone={microphone} onPress={cures.openMicrophone} />}
      {holder === 'here' && soundBlocked && <SoundBanner onPress={cures.allowSound} />}
    </>
  );
}

const texts = strings.desk;

function ConnectionBanner({
  connection,
  cures,
}: {
  readonly connection: Exclude<Connection, { readonly kind: 'reconnecting' }>;
  readonly cures: Cures;
}): ReactNode {
  switch (connection.kind) {
    case 'connected':
    case 'connecting':
      return null;
    case 'phoneSystemDown':
      return (
        <Banner tone="bad" icon={TriangleAlert} title={texts.phoneSystemDownTitle} text={texts.phoneSystemDownText} />
      );
    case 'refused': {
      const isReplaced = connection.why === 'replaced';
      return (
        <Banner
          tone={isReplaced ? 'info' : 'bad'}
          icon={isReplaced ? MonitorSmartphone : TriangleAlert}
          title={isReplaced ? texts.replacedTitle : texts.refusedTitle}
          text={isReplaced ? texts.replacedText : texts.refusedText}
          cure={<Act label={isReplaced ? texts.bringHere : texts.tryNow} onPress={cures.bringPhoneHere} />}
        />
      );
    }
    default:
      return connection satisfies never;
  }
}

const problems = {
  denied: { title: texts.microphoneDeniedTitle, text: texts.microphoneDeniedText, cure: texts.allowMicrophone },
  none: { title: texts.microphoneNoneTitle, text: texts.microphoneNoneText, cure: texts.lookAgain },
  unplugged: { title: texts.microphoneUnpluggedTitle, text: texts.microphoneUnpluggedText, cure: texts.lookAgain },
  busy: { title: texts.microphoneBusyTitle, text: texts.microphoneBusyText, cure: texts.lookAgain },
} as const;

type MicrophoneBannerProps = { readonly microphone: MicrophoneState; readonly onPress: () => void };

function MicrophoneBanner({ microphone: { state }, onPress }: MicrophoneBannerProps) {
  if (state === 'ready' || state === 'closed') return null;
  if (state === 'asking') {
    return <Banner tone="wait" icon={Mic} title={texts.microphoneAskingTitle} text={texts.microphoneAskingText} />;
  }
  const { title, text, cure } = problems[state];
  return (
    <Banner
      tone="bad"
      icon={MicOff}
      title={title}
      text={text}
      cure={<Act tone="now" size="call" icon={Mic} label={cure} onPress={onPress} />}
    />
  );
}

function SoundBanner({ onPress }: { readonly onPress: () => void }) {
  return (
    <Banner
      tone="wait"
      icon={VolumeX}
      title={texts.soundBlockedTitle}
      text={texts.soundBlockedText}
      cure={<Act tone="now" size="call" icon={Bell} label={texts.allowSound} onPress={onPress} />}
    />
  );
}
