import { telephonyContract } from '../telephony-contract.testing.ts';
import { openFakeRig } from './fake-rig.testing.ts';

telephonyContract('The fake', async () => openFakeRig());
