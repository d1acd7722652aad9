/** Why a database could not be opened. `message` is one sentence for the administrator and names no password. */
export type DatabaseFailure = {
  readonly code:
    | 'databaseUnavailable'
    /** It answers, but not to this user, password or database name, or it is not made for us. */
    | 'databaseMisconfigured'
    /** A newer version of the server has been here; nothing was changed. */
    | 'databaseTooNew'
    /** Nothing was changed. */
    | 'migrationFailed';
  readonly message: string;
};
