import { isIP } from 'node:net';

/** Whether a name or an address (of IPv6 with or without brackets) is this machine and nobody else's. */
export const isLoopback = (host: string): boolean => /^(localhost|127\.[\d.]+|::1|\[::1\])$/i.test(host);

/** Whether it is an address like 192.0.2.10 or 2001:db8::1, or a network like 192.0.2.0/24. Everybody is no network. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (family === 4 ? 32 : 128);
}
