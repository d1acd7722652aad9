import { describeSoundTools } from '../sound-tools-contract.testing.ts';
import { createFakeSoundTools } from './fake-sound-tools.ts';

describeSoundTools('in the thread that asks', createFakeSoundTools);
