import type { IncomingHttpHeaders } from 'node:http';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request comes from our own page. A configured list decides where there is one (behind a proxy); otherwise
 * the origin must be the host that was asked, and while we listen on loopback only, that host must be a loopback name,
 * so that a foreign name pointed at 127.0.0.1 gets nowhere.
 */
export function createOwnOrigin(settings: { readonly origins: readonly string[]; readonly loopbackOnly: boolean }) {
  const isOurHost = (host: string): boolean =>
    !settings.loopbackOnly || settings.origins.length > 0 || loopbackNames.has(host.replace(/:\d+$/, ''));

  return {
    isOurHost,
    /** `origin` is compulsory for a WebSocket; browsers always send it (RFC 6455 §10.2). */
    isOurs: ({ origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>): boolean => {
      if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
      if (settings.origins.length > 0) return settings.origins.includes(origin);
      return new URL(origin).host === host && isOurHost(host);
    },
  };
}

export type OwnOrigin = ReturnType<typeof createOwnOrigin>;
