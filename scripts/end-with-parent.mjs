const everyMs = 500;

/**
 * npm runs its scripts by a shell, and a shell that is told to end tells nobody: when whoever started us is gone, as after
 * `kill` of `npm start`, this process is told the same. Ctrl-C reaches it without that.
 */
export function endWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs);
  timer.unref();
}
