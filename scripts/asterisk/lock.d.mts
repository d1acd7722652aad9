/**
 * Runs the task as the only process on this machine (or shared folder) that does; others wait and are told so once. Who
 * slept so long that the lock was broken goes on without it. `every`: as setInterval.
 */
export function withLock<Value>(
  file: string,
  onWaiting: () => void,
  task: () => Promise<Value>,
  every?: (beat: () => void, ms: number) => NodeJS.Timeout | undefined,
): Promise<Value>;
