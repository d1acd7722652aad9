/** Why the embedded Asterisk does not run. `message` is one sentence (or the list of ways on) for the administrator. */
export type EmbeddedFailure = {
  readonly code:
    | 'notObtainable'
    | 'sipPortInUse'
    /** Not ours to bind: a port below 1024, or an address this machine does not have. */
    | 'sipPortRefused'
    /** The trunk's addresses take in the edge's own: a browser could pass for the trunk. */
    | 'trunkMatchesEdge'
    | 'pathTooLong'
    | 'dataNotWritable'
    /** It ended while it started, or did not get ready in time; the message has the last errors of its log. */
    | 'diedAtStart'
    /** The guardian process could not be started. */
    | 'guardianFailed';
  readonly message: string;
};
