const width = 30;
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

function bar({ text, done, total, step }) {
  const filled = total > 0 ? Math.round((done / total) * width) : width;
  const amount = step === 'download' ? `${megabytes(done)} of ${megabytes(total)} MB` : `${done} of ${total}`;
  return `• ${text} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${amount}`;
}

/** Prints progress: on a terminal a bar that moves, elsewhere a line for each step and each quarter of it. */
export function progressPrinter(stream) {
  let last = '';
  let open = false;
  return (progress) => {
    const measured = progress.total !== undefined;
    if (stream.isTTY) {
      stream.write(`${open ? '\r\u001b[K' : ''}${measured ? bar(progress) : `• ${progress.text}`}`);
      open = measured && progress.done < progress.total;
      if (!open) stream.write('\n');
      return;
    }
    const quarter = measured ? Math.floor((progress.done / progress.total) * 4) : 0;
    const key = `${progress.text} ${quarter}`;
    if (key !== last) stream.write(`${measured ? bar(progress) : `• ${progress.text}`}\n`);
    last = key;
  };
}
