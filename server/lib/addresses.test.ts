import { expect, it } from 'vitest';
import { isAddressOrNetwork, isLoopback } from './addresses.ts';

it.each(['localhost', '127.0.0.1', '127.0.0.2', '::1', '[::1]'])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each(['0.0.0.0', '::', '10.0.0.1', 'frontdesk.example', 'localhost.example', '127.example', ''])(
  '"%s" is not this machine alone',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

it.each(['192.0.2.10', '192.0.2.0/24', '10.0.0.1/32', '2001:db8::1', '2001:db8::/48', '::1'])(
  '%s is an address or a network',
  (text) => {
    expect(isAddressOrNetwork(text)).toBe(true);
  },
);

it.each([
  'carrier.example',
  '192.0.2',
  '192.0.2.0/33',
  '192.0.2.0/255.255.255.0',
  '192.0.2.0/24/24',
  '192.0.2.0/',
  '0.0.0.0/0',
  '2001:db8::/129',
  'fe80::1%eth0',
  '192.0.2.1\nmatch=0.0.0.0/0',
  '',
])('%j is neither', (text) => {
  expect(isAddressOrNetwork(text)).toBe(false);
});
