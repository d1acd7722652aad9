/** The pitch of a steady tone, by its zero crossings at 8 kHz. */
export function loudestHz(samples: Int16Array): number {
  const middle = samples.subarray(samples.length / 4, (samples.length * 3) / 4);
  let crossings = 0;
  for (let i = 1; i < middle.length; i += 1) if ((middle[i - 1] ?? 0) < 0 && (middle[i] ?? 0) >= 0) crossings += 1;
  return (crossings * 8000) / middle.length;
}
