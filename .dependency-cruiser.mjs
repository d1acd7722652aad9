const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const tests = '\\.(test|testing)\\.tsx?$|/testing/';

/** Who may import whom. `scripts/canary.mjs` plants one violation of each rule and expects it to be caught. */
export default {
  forbidden: [
    rule('no-cycles', {}, { circular: true }, 'A cycle means two folders are one folder.'),
    rule(
      'shared-is-pure',
      { path: '^shared/', pathNot: tests },
      { pathNot: '^shared/|(^|/)node_modules/zod/' },
      'shared/ imports itself and zod.',
    ),
    rule(
      'domain-has-no-deps',
      { path: '^shared/(call|reply)/', pathNot: tests },
      { pathNot: '^shared/(call|reply)/' },
      'The machines import nothing.',
    ),
    rule(
      'browser-never-imports-server',
      { path: '^src/' },
      { path: '^(server|caller|e2e|bench)/' },
      'The browser is not the server.',
    ),
    rule(
      'server-never-imports-browser',
      { path: '^server/' },
      { path: '^(src|e2e|bench)/' },
      'The server is not the browser.',
    ),
    rule(
      'only-main-picks-drivers',
      { path: '^src/', pathNot: `^src/(main\\.tsx|drivers/)|${tests}` },
      { path: '^src/drivers/' },
      'Drivers are chosen in one place.',
    ),
    rule(
      'drivers-know-only-ports',
      { path: '^src/drivers/', pathNot: tests },
      { path: '^src/', pathNot: '^src/(ports|drivers|lib)/' },
      'A driver implements a port and knows nothing above it.',
    ),
    rule(
      'one-driver-one-folder',
      { path: '^src/drivers/([^/]+)/', pathNot: tests },
      { path: '^src/drivers/', pathNot: '^src/drivers/$1/' },
      'Drivers do not know each other.',
    ),
    rule(
      'sip-stays-in-its-driver',
      { pathNot: '^src/drivers/sip/' },
      { path: '(^|/)node_modules/sip\\.js/' },
      'SIP.js words stop at the door of its driver.',
    ),
    rule(
      'features-do-not-meet',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
      'A feature never imports another.',
    ),
    rule(
      'features-below-app',
      { path: '^src/(features|ui|ports|lib)/' },
      { path: '^src/(app/|main\\.tsx)' },
      'The app knows the features, not the other way round.',
    ),
    rule(
      'lib-is-a-leaf',
      { path: '^src/lib/' },
      { path: '^(src|shared|server)/', pathNot: '^src/lib/' },
      'Helpers import nothing of ours.',
    ),
    rule(
      'ui-is-dumb',
      { path: '^src/ui/' },
      { path: '^src/(features|drivers|ports|app)/|(^|/)node_modules/(zustand|@tanstack)/' },
      'Presentational parts hold no state of the product.',
    ),
    rule(
      'model-has-no-markup',
      { path: '^src/features/[^/]+/model/' },
      { path: '(^|/)node_modules/(antd|lucide-react)/|/components/' },
      'Stores and queries do not draw.',
    ),
    rule(
      'fastify-stays-in-http',
      { path: '^server/', pathNot: '^server/http/' },
      { path: '(^|/)node_modules/(@fastify|fastify)/' },
      'Only server/http knows the web framework.',
    ),
    rule(
      'calls-know-only-ports',
      { path: '^server/calls/', pathNot: tests },
      { pathNot: '^(server/(calls|ports)|shared)/' },
      'Use-cases are functions of ports.',
    ),
    rule(
      'accounts-know-only-ports',
      { path: '^server/accounts/', pathNot: tests },
      { path: '^(src|caller|server)/', pathNot: '^server/(accounts|ports)/' },
      'Use-cases are functions of ports.',
    ),
    rule(
      'ports-are-types',
      { path: '^server/ports/' },
      { path: '^(src|caller|server)/', pathNot: '^server/ports/' },
      'A port names no driver.',
    ),
    rule(
      'http-knows-no-drivers',
      { path: '^server/http/', pathNot: tests },
      { path: '^server/(telephony|storage|speech|media|transcripts|mail|edge|demo|guardian)/' },
      'Routes translate; main picks drivers.',
    ),
    rule(
      'one-server-driver-one-folder',
      { path: '^server/(telephony|storage|speech|media|transcripts|mail|edge|demo|dialects)/', pathNot: tests },
      { path: '^server/', pathNot: '^server/($1|ports|lib|guardian)/' },
      'Drivers know ports, not each other.',
    ),
    rule(
      'caller-stands-alone',
      { path: '^caller/', pathNot: tests },
      { path: '^(src|server|e2e|bench|scripts)/' },
      'The SIP caller is a tool of its own.',
    ),
    rule('e2e-is-black-box', { path: '^e2e/' }, { path: '^(src|server)/' }, 'The tests know the product from outside.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
