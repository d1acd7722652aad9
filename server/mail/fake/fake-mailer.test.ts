import { describeMailer } from '../mailer-contract.testing.ts';
import { createFakeMailer } from './fake-mailer.ts';

describeMailer('fake', async () => {
  const fake = createFakeMailer();
  return {
    mailer: fake.mailer,
    received: () =>
      fake.sent.map(({ id, to, subject, text, attachment }) => ({
        id,
        to,
        subject,
        text,
        attachment: attachment && { ...attachment, bytes: Buffer.from(attachment.bytes) },
      })),
    refuse: fake.refuse,
    goDown: async () => fake.setWorking(false),
    comeBack: async () => fake.setWorking(true),
    close: async () => {},
  };
});
