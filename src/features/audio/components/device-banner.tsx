import { Headphones } from 'lucide-react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import { Banner } from '../../../ui/banner.tsx';
import type { AudioModel } from '../model/audio-model.ts';

/** Says for a while what was plugged in and out, and what is used now. */
export function DeviceBanner({ audio }: { readonly audio: AudioModel }) {
  const notices = useStore(audio.notices.store, (state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <Banner
      tone={notices.some(({ isLoss }) => isLoss) ? 'wait' : 'info'}
      icon={Headphones}
      title={strings.audio.notices}
      text={notices.map(({ text }) => text).join(' ')}
    />
  );
}
