/** Unpredictable, lower-case hexadecimal ids (some SIP clients accept nothing else in a header), and secrets. */
export interface Ids {
  /** 32 hex digits. */
  next(): string;
  /** 43 characters of base64url: 256 bits. */
  secret(): string;
}
