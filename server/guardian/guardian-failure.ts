/** Why there is no guarded child. `message` is one sentence for the log and the administrator. */
export type GuardianFailure = {
  readonly code: 'childNotStarted' | 'guardianNotStarted' | 'guardianBusy';
  readonly message: string;
};
