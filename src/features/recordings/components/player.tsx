import { FastForward, Pause, Play, Rewind } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Peaks, Recording } from '../../../../shared/recording/recording.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { Asked } from '../model/detail-store.ts';
import { rates } from '../model/kept-listening.ts';
import type { Playback } from '../model/playback.ts';
import { silencesOf } from '../model/silences.ts';
import { stepMs } from '../model/player-keys.ts';
import { Wave } from './wave.tsx';

type PlayerProps = {
  readonly recording: Recording;
  readonly peaks: Asked<Peaks>;
  readonly playback: Playback;
};

/** Hears a recording: its picture, the place in it, and how it is played. */
export function Player({ recording, peaks, playback }: PlayerProps) {
  const texts = strings.recordings;
  const known = peaks.state === 'here' ? peaks.value : null;
  useEffect(() => playback.follow(), [playback]);
  useEffect(() => playback.knowSilences(known === null ? [] : silencesOf(known)), [playback, known]);
  return (
    <>
      <div className="player-picture">
        <div className="channel-heads">
          <ChannelHead channel={0} playback={playback} canMute={recording.channels === 2} />
          {recording.channels === 2 && <ChannelHead channel={1} playback={playback} canMute />}
        </div>
        <Wave recording={recording} peaks={known} playback={playback} />
      </div>
      {peaks.state === 'failed' && <p className="small muted">{fill(texts.noPicture, { reason: peaks.why })}</p>}
      <Controls playback={playback} />
    </>
  );
}

type ChannelHeadProps = { readonly channel: 0 | 1; readonly playback: Playback; readonly canMute: boolean };

function ChannelHead({ channel, playback, canMute }: ChannelHeadProps) {
  const texts = strings.recordings;
  const isMuted = useStore(playback.store, ({ muted }) => muted[channel]);
  return (
    <div className={isMuted ? 'channel-head muted-channel' : 'channel-head'}>
      <span className="row small b">
        <i className={channel === 0 ? 'swatch caller' : 'swatch reception'} />
        {channel === 0 ? texts.channels.caller : texts.channels.reception}
      </span>
      {canMute && (
        <button
          type="button"
          className="channel-mute"
          aria-pressed={isMuted}
          aria-label={channel === 0 ? texts.muteCaller : texts.muteReception}
          aria-keyshortcuts={channel === 0 ? '1' : '2'}
          onClick={() => playback.toggleChannel(channel)}
        >
          {isMuted ? texts.unmuteChannel : texts.muteChannel}
        </button>
      )}
    </div>
  );
}

function Controls({ playback }: Pick<PlayerProps, 'playback'>) {
  const texts = strings.recordings;
  const state = useStore(playback.store, (playing) => playing.state);
  const rate = useStore(playback.store, (playing) => playing.rate);
  const skipsSilence = useStore(playback.store, (playing) => playing.skipsSilence);
  const isOn = state === 'playing' || state === 'waiting';
  return (
    <div className="player-controls">
      <Act
        tone="now"
        size="call"
        className="player-play"
        icon={isOn ? Pause : Play}
        label={isOn ? texts.pause : texts.play}
        shortcut="Space"
        onPress={playback.toggle}
      />
      <Act
        size="call"
        iconOnly
        icon={Rewind}
        label={texts.back10}
        shortcut="ArrowLeft"
        onPress={() => playback.by(-stepMs)}
      />
      <Act
        size="call"
        iconOnly
        icon={FastForward}
        label={texts.forward10}
        shortcut="ArrowRight"
        onPress={() => playback.by(stepMs)}
      />
      <Time playback={playback} />
      <Segments
        label={texts.speed}
        options={rates.map((value) => ({ value, label: fill(texts.rate, { rate: value }) }))}
        value={rate}
        onChange={playback.setRate}
      />
      <Switch label={texts.skipSilence} isOn={skipsSilence} onChange={playback.toggleSilence} />
      <output className="player-trouble">
        {state === 'waiting' && <span className="small muted">{texts.waiting}</span>}
        {state === 'failed' && <span className="small tone-end">{texts.soundFailed}</span>}
        {state === 'blocked' && <span className="small tone-end">{texts.soundBlocked}</span>}
      </output>
    </div>
  );
}

function Time({ playback }: Pick<PlayerProps, 'playback'>) {
  const second = useStore(playback.store, ({ atMs }) => Math.floor(atMs / 1000));
  const [at, length] = [second * 1000, playback.lengthMs];
  return (
    <span className="num player-time">
      <span className="sr">
        {fill(strings.recordings.waveAt, { time: spokenDuration(at), length: spokenDuration(length) })}
      </span>
      <span aria-hidden>
        <span className="b">{clockFace(at)}</span> <span className="faint">/ {clockFace(length)}</span>
      </span>
    </span>
  );
}
