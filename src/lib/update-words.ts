/** What a page says to the service worker that waits: which version it is of (answered on the port that comes along)… */
export const whichVersion = 'whichVersion';
/** …and that it may take over. */
export const takeOver = 'takeOver';

/** The version a page was built as; the build writes it where this stands in index.html. */
export const versionMeta = 'frontdesk-version';
