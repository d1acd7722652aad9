import { z } from 'zod';

/** One table: code → HTTP status → the sentence a person reads. Nothing else answers with an error. */
export const errorTable = {
  badRequest: { status: 400, message: 'Something in this request is not as it should be.' },
  malformedJson: { status: 400, message: 'The body is not valid JSON.' },
  signedOut: { status: 401, message: 'You are signed out. Sign in to go on.' },
  wrongPassword: { status: 401, message: 'That e-mail or extension and password do not belong together.' },
  forbidden: { status: 403, message: 'Your role does not allow this.' },
  numberNotAllowed: {
    status: 403,
    message: 'Calls to this number are not allowed from here. An administrator can say why.',
  },
  foreignOrigin: { status: 403, message: 'This request comes from another site.' },
  notYourCall: { status: 403, message: 'A colleague has this call.' },
  notFound: { status: 404, message: 'There is nothing at this address.' },
  noSuchCall: { status: 404, message: 'This call is over, or never was.' },
  noSuchReply: { status: 404, message: 'There is no such reply.' },
  noSuchVoicemail: { status: 404, message: 'The caller left no voicemail, or it is no longer kept.' },
  noSuchRecording: { status: 404, message: 'There is no such recording, or it is no longer kept.' },
  noSuchMark: { status: 404, message: 'This mark is not there any more.' },
  noSuchWorkItem: { status: 404, message: 'There is no such entry in the list.' },
  noGreeting: { status: 404, message: 'This line has no greeting of its own sound.' },
  noSuchTemplate: { status: 404, message: 'This template is not there any more.' },
  noSuchQueue: { status: 404, message: 'There is no such queue.' },
  noSuchUser: { status: 404, message: 'There is no such user.' },
  notAllowedNow: { status: 409, message: 'The call has moved on; this is not possible any more.' },
  alreadyReplied: { status: 409, message: 'A colleague has replied to this caller.' },
  alreadyAnswered: { status: 409, message: 'A colleague has taken this call.' },
  alreadyOwned: { status: 409, message: 'A colleague calls back.' },
  alreadyDone: { status: 409, message: 'This caller has been dealt with.' },
  notYetEncoded: { status: 409, message: 'The MP3 is still being made. The WAV can be had at once.' },
  recordingExempt: {
    status: 409,
    message: 'A supervisor keeps this recording. It cannot be deleted until they let it go.',
  },
  recordingOff: { status: 409, message: 'Calls of this line are not recorded.' },
  recordingAlways: { status: 409, message: 'Calls of this line are always recorded. You can pause.' },
  transcriptsOff: {
    status: 409,
    message: 'Nobody transcribes here. An administrator can set up a speech recognition.',
  },
  tooManyMarks: { status: 409, message: 'There are 200 marks in it, and no room for more.' },
  deskNotReady: { status: 409, message: 'This desk’s phone is not connected, so it cannot take a call.' },
  noTrunk: { status: 409, message: 'There is no line to the outside to call out on.' },
  busy: { status: 409, message: 'This desk has a call. Try again when it is over.' },
  taken: { status: 409, message: 'Another user has this e-mail or extension.' },
  queueInUse: { status: 409, message: 'Calls of this line are still on. Remove it when they are over.' },
  notYourself: { status: 409, message: 'You cannot disable yourself or give up your own role. A colleague can.' },
  lastAdministrator: { status: 409, message: 'This is the last administrator. Make somebody else one first.' },
  tooManyTemplates: { status: 409, message: 'You have 30 templates, and there is no room for more. Delete one first.' },
  tooLarge: { status: 413, message: 'The body is too large.' },
  soundTooLarge: { status: 413, message: 'The file is larger than 5 MB.' },
  badRange: { status: 416, message: 'The sound has no such part.' },
  unsupportedMediaType: { status: 415, message: 'Send JSON.' },
  notASound: { status: 422, message: 'This is neither a WAV nor an MP3 file that can be played.' },
  soundToolsBusy: { status: 503, message: 'The server is busy with other sounds. Try again in a moment.' },
  soundTooLong: { status: 422, message: 'A greeting is at most two minutes long.' },
  invalidNumber: { status: 422, message: 'This is no telephone number that can be called.' },
  speechEmpty: { status: 422, message: 'There is nothing to say in it.' },
  speechUnspeakable: {
    status: 422,
    message: 'The voice cannot speak this: it knows neither these letters nor signs alone.',
  },
  speechTooLong: { status: 422, message: 'This is too long to be spoken.' },
  unknownVoice: { status: 422, message: 'There is no such voice.' },
  unknownLanguage: { status: 422, message: 'Nobody here speaks this language to callers.' },
  badSpeed: { status: 422, message: 'The voice speaks at half to double its speed.' },
  tooManyAttempts: { status: 429, message: 'Too many attempts. Wait a minute and try again.' },
  tooManyCalls: { status: 429, message: 'Too many calls were placed in a short time. Wait a minute and try again.' },
  tooManyRequests: { status: 429, message: 'Too many requests at once. Wait a moment and try again.' },
  internal: { status: 500, message: 'Something went wrong on our side. It has been logged.' },
  pbxUnavailable: { status: 503, message: 'The phone system does not answer at the moment. Calls in progress go on.' },
  speechUnavailable: { status: 503, message: 'The voices do not answer at the moment. The caller rings on.' },
  speechTimedOut: { status: 503, message: 'The voice took too long. The caller rings on; try a shorter text.' },
  promptNotStored: { status: 503, message: 'The server’s disk takes no sound at the moment. The caller rings on.' },
  soundUnavailable: { status: 503, message: 'The server cannot read this recording at the moment.' },
  storageFull: { status: 507, message: 'The server’s disk is full, so nothing can be recorded.' },
  recordingFailed: { status: 503, message: 'The phone system cannot record at the moment. The call goes on.' },
  databaseUnavailable: { status: 503, message: 'The database does not answer at the moment. Nothing was changed.' },
} as const satisfies Record<string, { readonly status: number; readonly message: string }>;

export type ErrorCode = keyof typeof errorTable;

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorTable, code);

/** The body of every error answer. `field` names what was wrong in a bad request, `by` the colleague who was first. */
export const errorBodySchema = z
  .object({
    code: z.string().refine(isErrorCode),
    message: z.string(),
    field: z.string().optional(),
    by: z.string().optional(),
  })
  .meta({ id: 'Error' });
export type ErrorBody = z.infer<typeof errorBodySchema>;
