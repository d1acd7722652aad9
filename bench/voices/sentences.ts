const reasons = [
  'I am on another call',
  'I am in a meeting with a customer right now',
  'We are at lunch',
  'Our office in Portland is closed today',
  'Mrs Halloran is out of the house until tomorrow morning',
  'I have your documents here and am reading them',
];
const questions = [
  'may I call you back in 10 minutes?',
  'could you please call again after three o’clock this afternoon?',
  'is it urgent?',
  'shall a colleague of mine call you back on this number, or would another one be better for you?',
  'would you like to leave a message?',
];

/** So many sentences as a reply may have them, no two the same among the first thirty. */
export function* sentences(count: number): Generator<string> {
  for (let i = 0; i < count; i += 1) {
    const [reason = '', question = ''] = [reasons[i % reasons.length], questions[i % questions.length]];
    yield i < 30 ? `${reason}; ${question}` : `${reason}; ${question} Number ${i}.`;
  }
}
