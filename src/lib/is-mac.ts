/** Whether the Option key types letters here. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
