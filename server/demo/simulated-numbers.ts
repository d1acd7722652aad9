import { answersAfter, rejectsWith, ringsForEver, type AnswerPolicy } from '../../caller/answer-policy.ts';
import { simulatedPeople } from './simulated-people.ts';

/** What happens at a number when it is called, and what is said there. */
export type SimulatedNumber = { readonly answers: AnswerPolicy; readonly says: string };

/** As long as people take to get to a telephone that is in their pocket. */
const picksUpAfterMs = 2000;
const someone = 'Hello? Yes, that is me. Thank you for calling back, I did not expect it so soon.';

/** Numbers kept for fiction (NANP 555-01xx; Ofcom's for London): a real one is nobody's here. */
const fiction = /^\+(?:1\d{3}55501|4420794600?)\d{2}$/;

const byEnding: ReadonlyMap<string, AnswerPolicy> = new Map([
  ['11', rejectsWith(486, picksUpAfterMs)],
  ['22', ringsForEver],
  ['33', rejectsWith(603, picksUpAfterMs)],
  ['44', rejectsWith(404)],
]);

/** The same in words, for whoever starts the server. */
export const simulatedEndings =
  'a number that ends in 11 is busy, in 22 never answers, in 33 declines, in 44 is nobody’s';

/** Who has a number (E.164) while the outside is simulated; undefined: nobody. */
export function simulatedNumber(number: string): SimulatedNumber | undefined {
  const person = simulatedPeople.find((one) => one.number === number);
  if (person !== undefined) return { answers: answersAfter(picksUpAfterMs), says: person.picksUp };
  if (!fiction.test(number)) return undefined;
  return { answers: byEnding.get(number.slice(-2)) ?? answersAfter(picksUpAfterMs), says: someone };
}
