export type PermissionWatch = { readonly granted: () => void; readonly denied: () => void };

/** Tells when somebody allows or blocks the microphone by the browser's own means, until `signal` is aborted. */
export async function watchMicrophonePermission(
  permissions: Permissions | undefined,
  signal: AbortSignal,
  { granted, denied }: PermissionWatch,
): Promise<void> {
  const status = await statusOf(permissions);
  if (status === undefined || signal.aborted) return;
  const changed = (): void => {
    if (status.state === 'granted') granted();
    else if (status.state === 'denied') denied();
  };
  status.addEventListener('change', changed, { signal });
}

export const isMicrophoneAskable = async (permissions: Permissions | undefined): Promise<boolean> =>
  (await statusOf(permissions))?.state === 'prompt';

/** A browser that does not know the name of this permission rejects; then there is nothing to go by. */
const statusOf = async (permissions: Permissions | undefined): Promise<PermissionStatus | undefined> =>
  permissions?.query({ name: 'microphone' }).catch(() => undefined);
