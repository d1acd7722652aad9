import { telephonyContract } from '../telephony-contract.testing.ts';
import { openAsteriskRig } from './asterisk-rig.testing.ts';

telephonyContract('Asterisk over ARI', () => openAsteriskRig());
