/** Puts a text on the clipboard; false where the browser does not let us (a page that did not come over HTTPS). */
export async function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by the person or the browser; whoever asked says so.
    return false;
  }
}
