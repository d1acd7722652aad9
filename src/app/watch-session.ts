import type { ServerLink } from '../ports/server-link.ts';

/** The same server, but whoever it tells that they are signed out is told so by the page as well. */
export function watchSession(server: ServerLink, onSignedOut: () => void): ServerLink {
  return {
    upload: (name, request, upload) => server.upload(name, request, upload),
    follow: (listener) => server.follow(listener),
    call: async (name, request, options) => {
      const answer = await server.call(name, request, options);
      if (!answer.ok && answer.error.code === 'signedOut') onSignedOut();
      return answer;
    },
  };
}
