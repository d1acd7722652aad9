/**
 * The cross-correlation of two sequences at every lag at which they meet: element `n` is the sum of `wanted[i] ×
 * heard[i + n - (wanted.length - 1)]`. By Fourier transform (radix 2, in place), so that a minute takes no second.
 */
export function correlate(wanted: Float64Array, heard: Float64Array): Float64Array {
  const length = wanted.length + heard.length - 1;
  if (wanted.length === 0 || heard.length === 0) return new Float64Array();
  const size = 2 ** Math.ceil(Math.log2(length + 1));
  // Both are real: one transform takes the two, as the real and the imaginary part. One of them backwards makes the
  // convolution, which is half the imaginary part of the square, a correlation.
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  real.set(wanted.toReversed());
  imaginary.set(heard);
  transform(real, imaginary);
  for (let i = 0; i < size; i += 1) {
    const [a, b] = [real[i] ?? 0, imaginary[i] ?? 0];
    real[i] = a * a - b * b;
    imaginary[i] = 2 * a * b;
  }
  // The inverse is the transform with the parts exchanged.
  transform(imaginary, real);
  return imaginary.subarray(0, length).map((sum) => sum / (2 * size));
}

/** The discrete Fourier transform in place; the length is a power of two (Cooley and Tukey). */
function transform(real: Float64Array, imaginary: Float64Array): void {
  reorder(real, imaginary);
  for (let half = 1; half < real.length; half *= 2) {
    for (let turn = 0; turn < half; turn += 1) {
      const angle = (-Math.PI * turn) / half;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let low = turn; low < real.length; low += 2 * half) {
        const high = low + half;
        const [a, b] = [real[high] ?? 0, imaginary[high] ?? 0];
        const [x, y] = [a * cosine - b * sine, a * sine + b * cosine];
        const [u, v] = [real[low] ?? 0, imaginary[low] ?? 0];
        [real[low], imaginary[low], real[high], imaginary[high]] = [u + x, v + y, u - x, v - y];
      }
    }
  }
}

/** Every element to the place whose number is its own, read backwards in bits. */
function reorder(real: Float64Array, imaginary: Float64Array): void {
  for (let at = 1, turned = 0; at < real.length; at += 1) {
    let bit = real.length / 2;
    for (; turned >= bit; bit /= 2) turned -= bit;
    turned += bit;
    if (at >= turned) continue;
    for (const part of [real, imaginary]) [part[at], part[turned]] = [part[turned] ?? 0, part[at] ?? 0];
  }
}
