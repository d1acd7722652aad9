/** A number that is to be called. */
export type Wanted = {
  /** As it was keyed or written, or as the network sent it; the server knows in which country. */
  readonly number: string;
  /** The reply this calls back for. */
  readonly replyId?: string;
  /** The recording, or the call, this calls back for. */
  readonly recordingId?: string;
  readonly callId?: string;
  /** The entry of the list of callers to be called back: whoever calls is its owner. The server finds it by the others as well. */
  readonly workItemId?: string;
  /** Also when a colleague has said that they call back. */
  readonly takeOver?: boolean;
  /** Which button asked, so that it shows what becomes of it: of our own making. */
  readonly from: string;
};

/** Calling somebody back, as far as its buttons need to know. */
export type CallBack = {
  /** Why nobody can be called just now; null: everybody can. */
  readonly unavailable: string | null;
  /** Which button has asked for a call that is not on the screen yet; null: none has. */
  readonly pending: string | null;
  /** Why the last one was not placed, and what was asked for. */
  readonly failure: CallBackFailure | null;
  /** Calls at once. */
  readonly run: (wanted: Wanted) => void;
};

/** A code of the errors table and a sentence, and which button had asked for what. */
export type CallBackFailure = { readonly code: string; readonly sentence: string; readonly wanted: Wanted };
