/** What is heard at the desk and through what. */
export const enAudio = {
  title: 'Audio devices',
  hint: 'Changes apply at once, also during a call.',
  settings: 'Audio settings',

  microphone: 'Microphone',
  microphoneLevel: 'Microphone level',
  noMicrophone: 'No microphone',
  secondChoice: 'Second choice when it is unplugged: {name}',
  noSecondChoice: 'There is no other microphone to take its place',
  microphoneStates: {
    closed: 'Not in use in this window',
    asking: 'The browser asks for it',
    denied: 'Blocked by the browser',
    none: 'None is connected',
    unplugged: 'It was unplugged',
    busy: 'It does not start',
  },
  notChosen: 'It does not start, so the one before stays in use.',
  levels: { nothing: 'Nothing heard', quiet: 'Quiet', good: 'Good level', loud: 'Too loud' },
  notConnected: '{name} (not connected)',

  callAudio: 'Call audio',
  callAudioHint: 'The caller’s voice',
  callLevel: 'How loud the caller is',
  callVolume: 'Call volume',
  playVoice: 'Play a voice',
  computersDefault: 'The computer’s default',
  cannotChoose: 'This browser plays on the computer’s default only. Choose it in the computer’s own settings.',
  chooseAnother: 'Choose another',
  deviceRefused: 'That device does not play. The one before stays in use.',
  soundBlocked: 'The browser is blocking sound. Press once more.',

  ringer: 'Ringer',
  ringerHint: 'Kept separate, so you hear a call with the headset on the desk',
  ringerVolume: 'Ringer volume',
  ringOnce: 'Ring once',
  percent: '{count} %',

  ringTones: 'Ring tone for each line',
  ringTonesNone: 'You are in no queue yet.',
  ringToneOf: 'Ring tone of {queue}',
  playTone: 'Play the ring tone of {queue}',
  tones: { bell: 'Bell', twoNotes: 'Two notes', marimba: 'Marimba', classic: 'Classic' },

  cleaning: 'Voice cleaning',
  echo: 'Echo',
  noise: 'Background noise',
  level: 'Automatic level',

  headset: 'Headset buttons',
  headsetHint: 'Answer, mute and hang up on the headset. The headset lamp follows the call.',
  headsetMediaHint:
    'This browser connects no headset buttons. Its own keys for hanging up and muting work where the computer has them.',
  headsetElsewhere: 'This desk’s phone is in another window. Headset buttons are connected there.',
  headsetConnected: '{name} connected',
  connectHeadset: 'Connect a headset',
  connectAnother: 'Connect another',
  headsetFailures: {
    notOpened: 'The headset is used by another program. Close that program, then connect it again.',
    notLoaded: 'The headset buttons could not be fetched. Try again.',
  },

  happened: {
    microphone: {
      unplugged: '{lost} was unplugged. Using {using}.',
      missing: '{lost} is not connected. Using {using}.',
      back: '{using} is back, and in use again.',
    },
    callAudio: {
      unplugged: '{lost} was unplugged. You hear callers on {using}.',
      missing: '{lost} is not connected. You hear callers on {using}.',
      back: 'You hear callers on {using} again.',
    },
    ringer: {
      unplugged: '{lost} was unplugged. Calls ring on {using}.',
      missing: '{lost} is not connected. Calls ring on {using}.',
      back: 'Calls ring on {using} again.',
    },
  },
  defaultInSentence: 'the computer’s default',
  notices: 'Audio devices changed',
  arrived: '{name} was connected. Calls stay on {keeping}.',
  takeArrived: 'Use {name}',
} as const;
