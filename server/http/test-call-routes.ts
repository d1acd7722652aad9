import { agentOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import type { Serve } from './serve.ts';

/** The test call of a desk. */
export function testCallRoutes(serve: Serve, { startTestCall }: HttpParts): void {
  serve.signedIn('startTestCall', 'signedIn', ({ by }) => startTestCall(agentOf(by)));
}
