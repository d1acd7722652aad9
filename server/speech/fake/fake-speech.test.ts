import { createFakeSpeech } from './fake-speech.ts';
import { describeSpeech } from '../speech-contract.testing.ts';

describeSpeech('fake', createFakeSpeech);
