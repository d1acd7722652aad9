/** What a leg is to us: whose business it belongs to, and as what. */
export type LegTag = {
  readonly callId: string;
  readonly role: 'caller' | 'agent' | 'target' | 'snoop' | 'test';
  readonly consoleId?: string;
};
