/** How fast it can be played. */
export const rates = ['0.75', '1', '1.25', '1.5', '2'] as const;
export type Rate = (typeof rates)[number];

/** How somebody likes to listen, on this computer and from one recording to the next. */
type Listening = { readonly rate: Rate; readonly skipsSilence: boolean };

export type KeptListening = {
  readonly read: () => Listening;
  readonly keep: (change: Partial<Listening>) => void;
};

const rateKey = 'frontdesk.recordings-rate';
const silenceKey = 'frontdesk.recordings-skip-silence';

const isRate = (text: string | null): text is Rate => rates.some((one) => one === text);

export const createKeptListening = (storage: Pick<Storage, 'getItem' | 'setItem'>): KeptListening => ({
  read: () => {
    const rate = storage.getItem(rateKey);
    return { rate: isRate(rate) ? rate : '1', skipsSilence: storage.getItem(silenceKey) === 'true' };
  },
  keep: ({ rate, skipsSilence }) => {
    if (rate !== undefined) storage.setItem(rateKey, rate);
    if (skipsSilence !== undefined) storage.setItem(silenceKey, String(skipsSilence));
  },
});
